import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { wayTo } from '../data/materialise.ts'
import { readDataFile } from '../data/readers.ts'
import type { Table } from '../data/table.ts'
import type { Task } from '../data/task.ts'
import type { TableSource } from '../sources/datasets.ts'
import type { About } from './held-out.ts'

export type Brought = { table: Table; about: About; target?: string | undefined; task?: Task | undefined } | { problem: string }

/** The rows of a data set: what a program has just written into its folder, or what its catalogue brings. */
export const bringTable = async (id: string, programFolder: string, tables: TableSource, signal: AbortSignal): Promise<Brought> => {
  const way = wayTo(id)
  if (!way) return { problem: `There is no way to the rows of ${id}.` }
  if (way.by !== 'program') {
    const brought = await tables.bring(id, signal)
    if (brought.status !== 'ok') return { problem: brought.fault.message }
    const { name, target, licence, source } = brought.about
    return { table: brought.table, about: { name, ...(licence ? { licence } : {}), ...(source ? { source } : {}) }, target }
  }
  const path = join(programFolder, way.writes)
  if (!existsSync(path)) return { problem: `The program that brings ${id} left no ${way.writes}.` }
  const read = readDataFile(await readFile(path), way.writes)
  if (!read.ok) return { problem: read.problem }
  const { target, task, ...about } = way.about
  return { table: read.table, about, target, task }
}
