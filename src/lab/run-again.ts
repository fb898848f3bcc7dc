import { programEnd, programFiles } from '../agents/program.ts'
import type { RoleName } from '../core/names.ts'
import type { Text } from '../core/text.ts'
import type { Order } from '../phases/phase.ts'
import { openScope } from './abort-scope.ts'
import { createEffects } from './effects.ts'
import type { Journal } from './journal.ts'
import type { Parts } from './parts.ts'

/** Runs a stored program once more, under a new id and in a clean folder. Interrupted, it leaves the run open. */
export const runAgain = async (parts: Parts, journal: Journal, { id, operator, of }: Order, interrupt: AbortSignal): Promise<void> => {
  const { state, readText } = journal
  const program = state.now.programs[of]
  if (!program) throw new Error(`there is no program ${of}`)
  const { language, turn, role } = program
  const code = readText(program.code as Text)
  if (!state.now.programs[id])
    journal.append({ type: 'program-start', id, turn, role: role as RoleName, operator, parent: of, language, code })
  const scope = openScope(journal, interrupt)
  try {
    const result = await createEffects(parts, journal, scope.signal).runProgram(id, language, programFiles(state, language, code, readText))
    if (!scope.signal.aborted) journal.append(programEnd(id, result))
  } finally {
    scope.close()
  }
}
