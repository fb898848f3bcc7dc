import { defineConfig } from 'vitest/config'

/** Proofs against what a machine may lack: a real Ollama, a mirror of arXiv. `npm run proof` says which were skipped. */
export default defineConfig({
  test: {
    include: ['src/**/*.proof.test.ts', 'test/**/*.proof.test.ts', 'web/src/**/*.proof.test.ts'],
    testTimeout: 300_000,
    hookTimeout: 300_000,
    pool: 'forks',
    maxWorkers: 1,
    reporters: ['default', './test/closing-line.ts'],
  },
})
