import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const source = (path: string) => fileURLToPath(new URL(`./src/${path}`, import.meta.url));

/** What Node runs. An entry that is not there is left out. */
const entries = {
  bridge: source('bridge/main.ts'),
  probe: source('bridge/probe.ts'),
  sandbox: source('sandbox/main.ts'),
  cli: source('cli/main.ts'),
  evaluator: source('cli/evaluator.ts'),
  awsEndpoint: source('cli/startAwsEndpoint.ts'),
};

/** Node 20 runs no TypeScript, so everything for Node is built to dist/node; packages stay in node_modules. */
export default defineConfig({
  publicDir: false,
  build: {
    ssr: true,
    target: 'node20',
    outDir: 'dist/node',
    emptyOutDir: true,
    sourcemap: true,
    minify: false,
    rolldownOptions: {
      input: Object.fromEntries(Object.entries(entries).filter(([, file]) => existsSync(file))),
      output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
    },
  },
});
