import { open, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { imageHeadBytes, imageTable } from '../data/image-table.ts'
import { readDataFile } from '../data/readers.ts'
import { type Limits, type Reading, usualLimits } from '../data/reading.ts'
import { type DataFile, type DataFiles, walkDataFolder } from './data-folder-walk.ts'
import { type Dataset, type DatasetAnswer, type DatasetCatalogue, mostDatasets, type TableAnswer, type TableSource } from './datasets.ts'
import { createRanking } from './rank.ts'
import { cutText } from './text-limit.ts'
import { cancelled, notFound, type Trouble, unavailable } from './trouble.ts'

export type DataFolderOptions = {
  folder: string
  /** Told in one sentence of each file that is left out. */
  onProblem: (message: string) => void
  limits?: Limits
}

const headBytes = 128 * 1024
const prefix = 'folder:'

/** Sizes as people read them: 812 bytes, 3.4 MiB. */
const sizeOf = (bytes: number): string => {
  const unit = [1024 ** 3, 1024 ** 2, 1024].findIndex((one) => bytes >= one)
  return unit < 0 ? `${bytes} bytes` : `${(bytes / 1024 ** (3 - unit)).toFixed(1)} ${['GiB', 'MiB', 'KiB'][unit]}`
}

const headOf = async (path: string, most: number): Promise<Uint8Array> => {
  await using file = await open(path)
  const { buffer, bytesRead } = await file.read(new Uint8Array(most), 0, most, 0)
  return buffer.subarray(0, bytesRead)
}

/** Whole lines only: a file that is cut has no half row at its end. */
const wholeLines = (head: Uint8Array, whole: boolean): Uint8Array => (whole ? head : head.subarray(0, head.lastIndexOf(10) + 1))

const describeTable = async (root: string, { path, bytes }: DataFile): Promise<Dataset> => {
  const head = await headOf(join(root, path), headBytes)
  const whole = bytes <= headBytes
  const reading = readDataFile(wholeLines(head, whole), path)
  // What was cut may end inside of a cell, and proves nothing against the file.
  const wrong = reading.ok || !whole ? 'It is longer than what is looked at here.' : `It cannot be read: ${reading.problem}`
  const said = reading.ok ? `Columns: ${reading.table.columns.map(({ name, type }) => `${name} (${type})`).join(', ')}` : wrong
  return {
    id: `${prefix}${path}`,
    description: cutText(`Your own file ${path}, ${sizeOf(bytes)}. ${said}`, 500),
    ...(reading.ok ? { columns: reading.table.columns.length } : {}),
    ...(reading.ok && whole ? { rows: reading.table.rows.length } : {}),
  }
}

/** Images that lie in a folder for each class, by the folder above these; '.' is the root. */
const imageFolders = (images: readonly DataFile[]): Map<string, DataFile[]> => {
  const labelled = images.filter(({ path }) => path.includes('/'))
  return Map.groupBy(labelled, ({ path }) => dirname(dirname(path)))
}

const describeImages = (folder: string, files: readonly DataFile[]): Dataset => {
  const labels = [...new Set(files.map(({ path }) => dirname(path).split('/').at(-1) ?? ''))]
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0)
  const name = folder === '.' ? 'your folder of data' : `your own folder ${folder}`
  return {
    id: `${prefix}${folder}/`,
    description: cutText(`${files.length} images in ${name}, ${sizeOf(bytes)}, in folders named after classes: ${labels.join(', ')}.`, 500),
    rows: files.length,
    columns: 5,
    task: 'classification',
  }
}

/**
 * The data in a folder of the user's own: CSV, TSV, JSON Lines, ARFF and Parquet files as folder:birds/sizes.csv, and images in a
 * folder for each class as folder:birds/. Files are read when they are asked for, so what is added is found.
 */
export const createDataFolder = ({ folder, onProblem, limits = usualLimits }: DataFolderOptions): DatasetCatalogue & TableSource => {
  const down = (problem: unknown): Trouble =>
    unavailable('unavailable', `The folder of data cannot be read: ${problem instanceof Error ? problem.message : String(problem)}.`)

  const walk = (): Promise<DataFiles | Trouble> => walkDataFolder(folder, onProblem).catch(down)

  const bringImages = async (id: string, files: readonly DataFile[]): Promise<Reading> => {
    const heads: Parameters<typeof imageTable>[0][number][] = []
    for (const { path, bytes } of files) heads.push({ path, bytes, head: await headOf(join(folder, path), imageHeadBytes) })
    return imageTable(heads, id, limits)
  }

  const read = async (id: string, { tables, images }: DataFiles): Promise<Reading | Trouble> => {
    const path = id.slice(prefix.length)
    const table = tables.find((file) => file.path === path)
    if (table && table.bytes > limits.bytes)
      return { ok: false, problem: `${path} has ${sizeOf(table.bytes)}, and ${sizeOf(limits.bytes)} are read at most.` }
    if (table) return readDataFile(new Uint8Array(await readFile(join(folder, path))), path, limits)
    const pictures = path.endsWith('/') ? imageFolders(images).get(path.slice(0, -1)) : undefined
    if (pictures) return bringImages(id, pictures)
    return notFound(`The folder of data has no ${path.slice(0, 200)}.`)
  }

  const described = (file: DataFile): Promise<Dataset[]> =>
    describeTable(folder, file).then(
      (dataset) => [dataset],
      (problem: unknown) => {
        onProblem(`${file.path} is left out: ${problem instanceof Error ? problem.message : String(problem)}.`)
        return []
      },
    )

  return {
    async search(query, signal): Promise<DatasetAnswer> {
      const files = await walk()
      if (signal?.aborted) return cancelled('The search in the folder of data')
      if ('fault' in files) return files
      const datasets: Dataset[] = []
      for (const file of files.tables) datasets.push(...(await described(file)))
      for (const [path, images] of imageFolders(files.images)) datasets.push(describeImages(path, images))
      const rank = createRanking(
        datasets.map((dataset) => ({ title: dataset.id.replace(/[^\p{L}\p{N}]+/gu, ' '), text: dataset.description, dataset })),
      )
      return { status: 'ok', datasets: rank(query, mostDatasets).map(({ dataset }) => dataset) }
    },

    owns: (id) => id.startsWith(prefix),

    async bring(id, signal): Promise<TableAnswer> {
      const files = await walk()
      if (signal.aborted) return cancelled('The reading of the folder of data')
      if ('fault' in files) return files
      const reading = await read(id, files).catch(down)
      if ('fault' in reading) return reading
      if (!reading.ok) return unavailable('bad-output', reading.problem)
      return { status: 'ok', table: reading.table, about: { name: id, source: 'a file of the user’s own' }, notes: reading.notes }
    },
  }
}
