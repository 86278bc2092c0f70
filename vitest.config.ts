import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

// Two projects, because most tests need no document: starting jsdom costs more than the tests themselves.
export default defineConfig({
  test: {
    // Vitest leaves one core to others; of two that is half.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'node',
          environment: 'node',
          // Files share a thread and its modules: no test changes a global, and a fresh process for each took most of the time.
          pool: 'threads',
          isolate: false,
          // A limit for hung tests, not a measure: a busy machine must not fail a property test.
          testTimeout: 30_000,
          hookTimeout: 30_000,
          include: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'scripts/**/*.test.ts'],
          exclude: ['src/**/*.dom.test.ts', 'src/**/*.dom.test.tsx'],
        },
      },
      {
        plugins: [react()],
        test: {
          name: 'dom',
          environment: 'jsdom',
          testTimeout: 30_000,
          hookTimeout: 30_000,
          setupFiles: ['scripts/domSetup.ts'],
          include: ['src/**/*.dom.test.ts', 'src/**/*.dom.test.tsx'],
        },
      },
    ],
  },
});
