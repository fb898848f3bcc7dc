import { defineConfig } from 'vitest/config'

const sources = ['src', 'test', 'web/src']
const named = (ending: string): string[] => sources.map((folder) => `${folder}/**/*${ending}`)
const elsewhere = ['**/*.proof.test.ts', 'node_modules/**']

export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Once more, and named at the end: what passes only then waits on a busy machine, and is to be mended.
    retry: 1,
    pool: 'forks',
    maxWorkers: 3,
    reporters: ['default', './test/closing-line.ts'],
    projects: [
      // Sockets, processes and SQLite: a process of its own for each file.
      { extends: true, test: { name: 'int', include: named('.int.test.ts'), exclude: elsewhere } },
      // Everything else touches nothing that outlives a test, so its files share processes and what these have loaded.
      { extends: true, test: { name: 'unit', include: named('.test.ts'), exclude: ['**/*.int.test.ts', ...elsewhere], isolate: false } },
    ],
  },
})
