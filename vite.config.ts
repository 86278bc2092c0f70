import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { chunkGroups } from './scripts/build/chunkGroups.ts';
import { firstPageReport } from './scripts/build/firstPageReport.ts';
import { hostedPolicy } from './scripts/build/hostedPolicy.ts';

// What is heavy (Monaco, JSONata, YAML, the AWS client, layout) is lazy because it stands behind `import()` or in a worker.
// Chunks follow from what is loaded when (chunkGroups.ts), never from a list of names: a shared helper that lands in a chunk made by
// hand drags it into the first page. `npm test` checks the outcome: scripts/guards/firstPage.mjs reads what the report below found.
export default defineConfig({
  // Relative, so that the same build works at the root of the bridge and in a folder of a static host.
  base: './',
  plugins: [react(), hostedPolicy(), firstPageReport('dist/first-page.json')],
  build: {
    outDir: 'dist/app',
    emptyOutDir: true,
    sourcemap: true,
    // Every browser that the studio supports preloads modules itself; the polyfill would be one more script.
    // A lazy part names only its style sheets: the list of all scripts of all parts weighed 4 kB in the first page, and what a part
    // imports comes from this machine.
    modulePreload: { polyfill: false, resolveDependencies: (_, deps, { hostType }) => (hostType === 'html' ? deps : deps.filter((file) => file.endsWith('.css'))) },
    // Monaco is one big lazy chunk by design. The budget is on the first page (scripts/guards/firstPage.json).
    chunkSizeWarningLimit: 6000,
    reportCompressedSize: false,
    // The first words of `npm start` are for the person who starts it.
    rolldownOptions: {
      // A module that two lazy parts share, one of them by a plain import, is still loaded late.
      checks: { bundlerTimings: false, ineffectiveDynamicImport: false },
      output: { codeSplitting: chunkGroups(import.meta.dirname) },
    },
  },
  worker: { format: 'es' },
});
