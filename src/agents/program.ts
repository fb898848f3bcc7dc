import type { LabEvent } from '../core/events/index.ts'
import type { ProgramOperator, ReadonlyState } from '../core/state.ts'
import type { ReadText, Text } from '../core/text.ts'
import type { Language, ProgramResult } from '../sandbox/sandbox.ts'
import type { Context } from './command.ts'

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
export const tellResult = ({ fault, output, metrics }: ProgramResult): string => {
  const head = fault ? `It failed: ${fault.message}.` : 'It ran without an error.'
  const names = [...new Set(metrics.map(({ name }) => name))]
  const measured = metrics.length ? `It reported ${metrics.length} measurements (${names.join(', ')}).` : 'It reported no measurement.'
  return [`${head} ${measured}`, output.trim() ? `Its output:\n${output.trim().slice(0, 6000)}` : 'It printed nothing.'].join('\n')
}

/** The end of a run as an event. */
export const programEnd = (id: string, result: ProgramResult): LabEvent => ({ type: 'program-end', id, ...result })

/** Puts a program on the log, runs it in a folder named after its turn, and gives the end of it. */
export const carryOutProgram = async (
  { state, turn, effects }: Context,
  {
    operator,
    parent,
    language,
    code,
    files,
  }: { operator: ProgramOperator; parent?: string | undefined; language: Language; code: string; files: Record<string, string> },
): Promise<{ result: ProgramResult; end: LabEvent }> => {
  const id = turn.id
  if (!state.now.programs[id])
    effects.record({ type: 'program-start', id, turn: turn.id, role: turn.role, operator, ...(parent ? { parent } : {}), language, code })
  const result = await effects.runProgram(id, language, files)
  return { result, end: programEnd(id, result) }
}
