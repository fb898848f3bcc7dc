import type { ReadonlyAttempt, ReadonlyProgram } from '../../core/state.ts'
import type { ReadText } from '../../core/text.ts'
import { byTurn } from '../../core/turn-id.ts'
import { fileEnding } from '../evidence.ts'
import type { RunFiles } from './run-files.ts'

/** Name → text of the folder that the winner ran in: its code, its data set's module, the helper, its seeds and tables. */
export const winnerFiles = (
  { dataset }: ReadonlyAttempt,
  winner: ReadonlyProgram,
  { beside }: RunFiles,
  readText: ReadText,
): Record<string, string> => {
  const end = fileEnding[winner.language]
  const isOfOther = (name: string) => /^lab\./.test(name) && name !== `lab.${end}`
  return {
    ...Object.fromEntries(Object.entries(beside).filter(([name]) => !isOfOther(name))),
    ...(winner.seeds ? { 'seeds.json': `${JSON.stringify(winner.seeds)}\n` } : {}),
    ...(dataset?.language === winner.language ? { [`dataset.${end}`]: readText(dataset.code) } : {}),
    [`main.${end}`]: readText(winner.code),
  }
}

type Listed = { attempt: number; file: string } & Pick<ReadonlyProgram, 'id' | 'operator' | 'status' | 'metrics'>

const fileOf = ({ id, language }: ReadonlyProgram) => `programs/others/${id}.${fileEnding[language]}`

/** Every program of a run: what programs.json lists, and the code of each by its file. */
export const allPrograms = (
  attempts: readonly { number: number; attempt: ReadonlyAttempt }[],
  readText: ReadText,
): { list: Listed[]; files: Record<string, string> } => {
  const all = attempts.flatMap(({ number, attempt }) =>
    Object.values(attempt.programs)
      .sort((a, b) => byTurn(a.id, b.id))
      .map((program) => ({ number, program })),
  )
  return {
    list: all.map(({ number, program }) => {
      // What it printed is on the log, which lies beside.
      const { output: _, code: __, ...told } = program
      return { attempt: number, file: fileOf(program), ...told }
    }),
    files: Object.fromEntries(all.map(({ program }) => [fileOf(program), readText(program.code)])),
  }
}
