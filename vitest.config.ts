import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts', 'web/src/**/*.test.ts'],
    exclude: ['**/*.proof.test.ts', 'node_modules/**'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Once more, and named at the end: what passes only then waits on a busy machine, and is to be mended.
    retry: 1,
    pool: 'forks',
    maxWorkers: 2,
    reporters: ['default', './test/closing-line.ts'],
  },
})
