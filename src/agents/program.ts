import { hashOf } from '../core/canonical.ts'
import type { LabEvent } from '../core/events/index.ts'
import type { RoleName } from '../core/names.ts'
import type { Flag, ProgramOperator, ReadonlyState } from '../core/state.ts'
import type { ReadText, Text } from '../core/text.ts'
import type { Language, ProgramResult } from '../sandbox/sandbox.ts'
import type { Context, Effects } from './command.ts'
import { flagsFor } from './flags-for.ts'

const ending = { javascript: 'mjs', python: 'py' } as const

/** Source code, never empty, of a size that a program can have. */
export const codeChars = 200_000

/** The folder of an experiment: the program, and the data set's code beside it as a module. */
export const programFiles = (state: ReadonlyState, language: Language, code: string, readText: ReadText): Record<string, string> => {
  const end = ending[language]
  const { dataset } = state.now
  const beside = dataset && dataset.language === language ? { [`dataset.${end}`]: readText(dataset.code as Text) } : {}
  return { ...beside, [`main.${end}`]: code }
}

/** What the engineers are told of a run. */
export const tellResult = ({ fault, output, metrics }: ProgramResult, flags: readonly Flag[] = []): string => {
  const head = fault ? `It failed: ${fault.message}.` : 'It ran without an error.'
  const names = [...new Set(metrics.map(({ name }) => name))]
  const measured = metrics.length ? `It reported ${metrics.length} measurements (${names.join(', ')}).` : 'It reported no measurement.'
  const doubts = flags.map(({ why }) => `Doubtful: ${why}`)
  return [`${head} ${measured}`, ...doubts, output.trim() ? `Its output:\n${output.trim().slice(0, 6000)}` : 'It printed nothing.'].join(
    '\n',
  )
}

type Launched = {
  id: string
  turn: string
  role: RoleName
  operator: ProgramOperator
  parent?: string | undefined
  language: Language
  code: string
  files: Readonly<Record<string, string>>
  seeds?: readonly number[] | undefined
}

/** Puts a program on the log, runs it in a folder named after its id, and gives what came of it with the event that says so. */
const launch = async (state: ReadonlyState, effects: Effects, { files, seeds, parent, ...program }: Launched): Promise<Ran> => {
  if (!state.now.programs[program.id])
    effects.record({ type: 'program-start', ...program, ...(parent ? { parent } : {}), ...(seeds ? { seeds: [...seeds] } : {}) })
  const { id, language, operator, code } = program
  const result = await effects.runProgram(id, { language, files, ...(seeds ? { seeds } : {}) }, operator)
  const hash = hashOf({ files, seeds: seeds ?? null, card: state.now.card?.sha256 ?? null })
  const flags = flagsFor(state, { id, operator, parent, hash, code, seeds }, result.metrics)
  return { result, flags, end: { type: 'program-end', id, ...result, hash, ...(flags.length ? { flags } : {}) } }
}

type Ran = { result: ProgramResult; flags: readonly Flag[]; end: LabEvent }

/** Runs the program of a turn. */
export const carryOutProgram = ({ state, turn, effects }: Context, program: Omit<Launched, 'id' | 'turn' | 'role'>): Promise<Ran> =>
  launch(state, effects, { ...program, id: turn.id, turn: turn.id, role: turn.role })

/** Runs a stored program once more under another id, and gives the event that says what came of it. */
export const carryOutAgain = async (
  state: ReadonlyState,
  { id, operator, of, seeds }: { id: string; operator: ProgramOperator; of: string; seeds?: readonly number[] | undefined },
  effects: Effects,
): Promise<LabEvent> => {
  const program = state.now.programs[of]
  if (!program) throw new Error(`there is no program ${of}`)
  const { language, turn, role } = program
  const code = effects.readText(program.code as Text)
  const files = programFiles(state, language, code, effects.readText)
  const { end } = await launch(state, effects, { id, turn, role: role as RoleName, operator, parent: of, language, code, files, seeds })
  return end
}
