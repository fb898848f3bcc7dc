import { z } from 'zod'
import { tableOfObjects } from '../data/read-json-lines.ts'
import { counted } from '../data/reading.ts'
import type { TableAnswer, TableSource } from './datasets.ts'
import type { GetPage } from './get-page.ts'
import { readJson } from './read-json.ts'
import { type Trouble, unavailable } from './trouble.ts'

export const huggingFaceRowsUrl = 'https://datasets-server.huggingface.co'

export type HuggingFaceRowsOptions = {
  /** https://datasets-server.huggingface.co, or a mirror. */
  baseUrl: string
  getPage: GetPage
  /** Rows of a larger data set that are taken; each hundred is a request. */
  mostRows?: number
}

const splitList = z.object({ splits: z.array(z.object({ config: z.string(), split: z.string() })) })
const feature = z.object({ name: z.string(), type: z.looseObject({ _type: z.string().optional(), names: z.array(z.string()).optional() }) })
const rowsPage = z.object({
  features: z.array(feature),
  rows: z.array(z.object({ row: z.record(z.string(), z.unknown()) })),
  num_rows_total: z.int().nonnegative(),
})
type RowsPage = z.infer<typeof rowsPage>

/** The most that the server gives at once. */
const pageSize = 100

/** Where pages begin: all of them, or as many as fit, evenly apart. Sets are often sorted by class, so the first rows alone would mislead. */
const offsets = (total: number, most: number): number[] => {
  const pages = Math.ceil(total / pageSize)
  const taken = Math.min(pages, Math.max(1, Math.floor(most / pageSize)))
  return Array.from({ length: taken }, (_, place) => Math.floor((place * pages) / taken) * pageSize)
}

/** A class is given as its number; its name says more. */
const namedClasses = ({ features }: RowsPage) => {
  const names = new Map(
    features.flatMap(({ name, type }) => (type._type === 'ClassLabel' && type.names ? [[name, type.names] as const] : [])),
  )
  return (row: Readonly<Record<string, unknown>>): Record<string, unknown> =>
    Object.fromEntries(
      Object.entries(row).map(([key, value]) => [key, typeof value === 'number' ? (names.get(key)?.[value] ?? value) : value]),
    )
}

const targetIn = ({ features }: RowsPage): string | undefined => {
  const classes = features.filter(({ type }) => type._type === 'ClassLabel')
  return classes.length === 1 ? classes[0]?.name : undefined
}

/**
 * The rows of a data set on Hugging Face, page by page from its dataset viewer: https://huggingface.co/docs/dataset-viewer/rows
 * Of several configurations the first is taken, and of its splits the one for training: the splits of an experiment are made anew.
 */
export const createHuggingFaceRows = ({ baseUrl, getPage, mostRows = 10_000 }: HuggingFaceRowsOptions): TableSource => {
  const base = baseUrl.replace(/\/+$/, '')
  const { host } = new URL(base)
  const notJson = () => unavailable('bad-output', `The dataset viewer (${host}) did not answer as it is documented; check its base URL.`)

  const ask = async <Schema extends z.ZodType>(
    path: string,
    parameters: Readonly<Record<string, string>>,
    schema: Schema,
    signal: AbortSignal,
  ): Promise<{ status: 'ok'; value: z.infer<Schema> } | Trouble> => {
    const page = await getPage(`${base}${path}?${new URLSearchParams(parameters)}`, signal)
    if (page.status !== 'ok') return page
    const value = readJson(page.body, schema)
    return value === undefined ? notJson() : { status: 'ok', value }
  }

  return {
    owns: (id) => /^[\w.-]+\/[\w.-]+$/.test(id),

    async bring(id, signal): Promise<TableAnswer> {
      const listed = await ask('/splits', { dataset: id }, splitList, signal)
      if (listed.status !== 'ok') return listed
      const { splits } = listed.value
      const first = splits[0]
      const chosen = splits.find(({ config, split }) => config === first?.config && split === 'train') ?? first
      if (!chosen) return unavailable('bad-output', `The dataset viewer (${host}) lists no splits of ${id}.`)
      const read = (offset: number) =>
        ask('/rows', { dataset: id, ...chosen, offset: String(offset), length: String(pageSize) }, rowsPage, signal)

      const start = await read(0)
      if (start.status !== 'ok') return start
      const total = start.value.num_rows_total
      const pages = [start.value]
      for (const offset of offsets(total, mostRows).slice(1)) {
        const next = await read(offset)
        if (next.status !== 'ok') return next
        pages.push(next.value)
      }
      const name = namedClasses(start.value)
      const rows = pages.flatMap((page) => page.rows.map(({ row }) => name(row)))
      if (rows.length === 0) return unavailable('bad-output', `${id} has no rows in ${chosen.config}, ${chosen.split}.`)
      const notes = [`of ${id}, the configuration ${chosen.config} and its split ${chosen.split} are taken`]
      if (rows.length < total)
        notes.push(`${counted(rows.length, 'row')} of ${total.toLocaleString('en-US')} are taken, in pages evenly apart`)
      const table = tableOfObjects(rows, notes)
      const target = targetIn(start.value)
      return {
        status: 'ok',
        table,
        about: { name: id, ...(target === undefined ? {} : { target }), source: `Hugging Face, ${id}` },
        notes,
      }
    },
  }
}
