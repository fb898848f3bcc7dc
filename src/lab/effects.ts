import { join } from 'node:path'
import type { Effects } from '../agents/command.ts'
import type { Journal } from './journal.ts'
import type { Parts } from './parts.ts'

/** The outside, as commands may use it: everything is given up when the signal is aborted. */
export const createEffects = (
  { source, datasets, sandbox, settings, signal: emit }: Parts,
  journal: Journal,
  signal: AbortSignal,
): Effects => ({
  searchPapers: (query, limit) => source.search(query, limit, signal),
  fetchText: (paper) => source.fetchText(paper, signal),
  searchDatasets: (query) => datasets.search(query, signal),
  runProgram: (id, language, files) => {
    const { seconds, memoryMiB, outputChars } = settings.program
    const folder = join(settings.folder, 'workspace', id)
    return sandbox.run({ language, files }, { folder, seconds, memoryMiB, outputChars }, signal, (text) =>
      emit({ key: 'output', program: id, text }),
    )
  },
  record: (...events) => journal.append(...events),
  readText: journal.readText,
})
