import { createHash } from 'node:crypto'
import { z } from 'zod'
import { readArff } from '../data/read-arff.ts'
import { type Dataset, type DatasetAnswer, type DatasetCatalogue, mostDatasets, type TableAnswer, type TableSource } from './datasets.ts'
import { foldSpace } from './entities.ts'
import type { GetPage } from './get-page.ts'
import { createRanking } from './rank.ts'
import { readJson } from './read-json.ts'
import { cutText } from './text-limit.ts'
import { notFound, type Trouble, unavailable } from './trouble.ts'

export type OpenmlOptions = {
  /** https://www.openml.org, or a mirror. */
  baseUrl: string
  getPage: GetPage
}

/** What the list says of a data set, as far as it is used here. Qualities are measures of it, as texts. */
const listed = z.looseObject({
  did: z.coerce.number().int().positive(),
  name: z.string().min(1),
  version: z.coerce.number().optional(),
  quality: z.array(z.looseObject({ name: z.string(), value: z.coerce.string() })).optional(),
})
const list = z.looseObject({ data: z.looseObject({ dataset: z.array(listed) }) })
type Listed = z.infer<typeof listed>

const textOrTexts = z.union([z.string(), z.array(z.string())]).nullish()
const described = z.object({
  data_set_description: z.object({
    name: z.string(),
    version: z.coerce.string().optional(),
    url: z.url(),
    licence: z.string().nullish(),
    creator: textOrTexts,
    default_target_attribute: z.string().nullish(),
    original_data_url: z.string().nullish(),
    md5_checksum: z.string().nullish(),
  }),
})

/** As many as the server lists in one answer. */
const pageSize = 1000
const mostPages = 10

/** OpenML answers HTTP 412 where it has nothing: 372 to a list without results, 111 and 113 to an id that nobody has. */
const hasNothing = ({ fault }: Trouble): boolean => /HTTP 412\b.*"code"\s*:\s*"?(?:372|111|113)\b/.test(fault.message)

const numberIn = ({ quality = [] }: Listed, name: string): number | undefined => {
  const value = Number(quality.find((one) => one.name === name)?.value ?? Number.NaN)
  return Number.isFinite(value) ? value : undefined
}

const count = (value: number | undefined, thing: string): string[] =>
  value === undefined ? [] : [`${value.toLocaleString('en-US')} ${thing}`]

const datasetOf = (one: Listed): Dataset => {
  const rows = numberIn(one, 'NumberOfInstances')
  const columns = numberIn(one, 'NumberOfFeatures')
  const classes = numberIn(one, 'NumberOfClasses')
  const facts = [
    ...count(rows, 'rows'),
    ...count(columns, 'columns'),
    ...(classes && classes > 0 ? count(classes, 'classes') : []),
    ...count(numberIn(one, 'NumberOfMissingValues'), 'missing values'),
  ]
  return {
    id: `openml:${one.did}`,
    description: `${one.name}${one.version === undefined ? '' : `, version ${one.version}`}: ${facts.join(', ') || 'of unknown size'}. On OpenML.`,
    ...(rows === undefined ? {} : { rows }),
    ...(columns === undefined ? {} : { columns }),
    ...(classes === undefined ? {} : { task: classes > 0 ? ('classification' as const) : ('regression' as const) }),
  }
}

/** credit-g, blood_transfusion and MiceProtein in words. */
const titleOf = (name: string): string => `${name} ${name.replace(/[_-]+/g, ' ').replace(/([a-z])([A-Z])/g, '$1 $2')}`

const sentence = (text: string): string => cutText(foldSpace(text), 200)

/**
 * OpenML's data sets through its REST API. It has no search for words, so its list of active data sets is read once and ranked here
 * by their names. `bring` gives the rows of openml:61 from its ARFF file, whose checksum is compared.
 */
export const createOpenml = ({ baseUrl, getPage }: OpenmlOptions): DatasetCatalogue & TableSource => {
  const base = baseUrl.replace(/\/+$/, '')
  const { host } = new URL(base)
  const notJson = () => unavailable('bad-output', `OpenML (${host}) did not answer as its REST API does; check the base URL.`)
  let known: readonly Listed[] | undefined

  const readList = async (signal: AbortSignal): Promise<readonly Listed[] | Trouble> => {
    const found: Listed[] = []
    for (let page = 0; page < mostPages; page++) {
      const answer = await getPage(`${base}/api/v1/json/data/list/status/active/limit/${pageSize}/offset/${page * pageSize}`, signal)
      if (answer.status !== 'ok' && hasNothing(answer)) break
      if (answer.status !== 'ok') return answer
      const read = readJson(answer.body, list)
      if (!read) return notJson()
      found.push(...read.data.dataset)
      if (read.data.dataset.length < pageSize) break
    }
    return found
  }

  const describe = async (did: string, signal: AbortSignal) => {
    const answer = await getPage(`${base}/api/v1/json/data/${did}`, signal)
    if (answer.status !== 'ok') return hasNothing(answer) ? notFound(`OpenML (${host}) has no data set ${did}.`) : answer
    return readJson(answer.body, described)?.data_set_description ?? notJson()
  }

  return {
    async search(query, signal = new AbortController().signal): Promise<DatasetAnswer> {
      const read = known ?? (await readList(signal))
      if ('fault' in read) return read
      known = read
      const rank = createRanking(read.map((one) => ({ title: titleOf(one.name), text: '', one })))
      return { status: 'ok', datasets: rank(query, mostDatasets).map(({ one }) => datasetOf(one)) }
    },

    owns: (id) => /^openml:\d+$/.test(id),

    async bring(id, signal): Promise<TableAnswer> {
      const said = await describe(id.slice('openml:'.length), signal)
      if ('fault' in said) return said
      const { name, version, url, licence, creator, default_target_attribute: target, md5_checksum: checksum } = said
      // From the same server, also when that is a mirror.
      const answer = await getPage(`${base}${new URL(url).pathname}`, signal)
      if (answer.status !== 'ok') return answer
      const found = createHash('md5').update(answer.body).digest('hex')
      if (checksum && checksum !== found)
        return unavailable(
          'bad-output',
          `The file of ${id} is not the one that OpenML describes: its MD5 is ${found}, not ${sentence(checksum)}.`,
        )
      const reading = readArff(answer.body, { name: `${id} (${sentence(name)})` })
      if (!reading.ok) return unavailable('bad-output', reading.problem)
      const people = [creator ?? []].flat().join(', ')
      const source = [
        people,
        `OpenML ${id.slice('openml:'.length)}${version === undefined ? '' : `, version ${version}`}`,
        said.original_data_url,
      ]
      // Several targets are written with commas; none of them alone is what the set is for.
      const one = reading.table.columns.find((column) => column.name === target)?.name
      return {
        status: 'ok',
        table: reading.table,
        about: {
          name: id,
          ...(one === undefined ? {} : { target: one }),
          ...(licence ? { licence: sentence(licence) } : {}),
          source: source
            .filter((part) => part)
            .map((part) => sentence(part ?? ''))
            .join('; '),
        },
        notes: reading.notes,
      }
    },
  }
}
