import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

// Two projects, because most tests need no document: starting jsdom costs more than the tests themselves.
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'node',
          environment: 'node',
          include: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'scripts/**/*.test.ts'],
          exclude: ['src/**/*.dom.test.ts', 'src/**/*.dom.test.tsx'],
        },
      },
      {
        plugins: [react()],
        test: {
          name: 'dom',
          environment: 'jsdom',
          setupFiles: ['scripts/domSetup.ts'],
          include: ['src/**/*.dom.test.ts', 'src/**/*.dom.test.tsx'],
        },
      },
    ],
  },
});
