import { lstat, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { createFault, type Fault } from '../core/fault.ts'

/** A file of JSON Lines that a program left, and how much of it is read. */
export type LinesFile<Row> = {
  name: string
  limits: { lines: number; bytes: number }
  row: z.ZodType<Row>
  /** What is wrong with a line that has the right form, given those before it. */
  problem?: (row: Row, before: readonly Row[]) => string | undefined
}

/** What was read; with a fault, what comes before what is wrong. */
export type Lines<Row> = { rows: Row[]; fault?: Fault }

const parseLine = <Row>(line: string, row: z.ZodType<Row>): { row: Row } | { problem: string } => {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    return { problem: 'is not one JSON object' }
  }
  const parsed = row.safeParse(value)
  return parsed.success ? { row: parsed.data } : { problem: z.prettifyError(parsed.error).replaceAll(/\s*\n\s*/g, ' ') }
}

/** Reads JSON Lines strictly: the first line that is not a row is a fault 'bad-output' that names its number, from 1. */
export const parseLines = <Row>(text: string, { name, limits, row, problem }: LinesFile<Row>): Lines<Row> => {
  const lines = text.split('\n')
  if (lines.at(-1) === '') lines.pop()
  const rows: Row[] = []
  const bad = (index: number, what: string) => ({ rows, fault: createFault('bad-output', `${name} line ${index + 1}: ${what}`) })
  for (const [index, line] of lines.entries()) {
    if (index === limits.lines) return { rows, fault: createFault('limit', `${name} has ${lines.length} lines; ${limits.lines} are read`) }
    const parsed = parseLine(line, row)
    if ('problem' in parsed) return bad(index, parsed.problem)
    const wrong = problem?.(parsed.row, rows)
    if (wrong !== undefined) return bad(index, wrong)
    rows.push(parsed.row)
  }
  return { rows }
}

/** Reads such a file of a folder; no file means no rows. What is not a plain file, or too big, is a fault. */
export const readLines = async <Row>(folder: string, file: LinesFile<Row>): Promise<Lines<Row>> => {
  const path = join(folder, file.name)
  const found = await lstat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  if (!found) return { rows: [] }
  if (!found.isFile()) return { rows: [], fault: createFault('bad-output', `${file.name} is not a plain file`) }
  if (found.size > file.limits.bytes)
    return { rows: [], fault: createFault('limit', `${file.name} has ${found.size} bytes; ${file.limits.bytes} are read`) }
  return parseLines(await readFile(path, 'utf8'), file)
}
