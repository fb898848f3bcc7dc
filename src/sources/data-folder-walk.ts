import { readdir, stat } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { imageEndings } from '../data/image-table.ts'
import { isDataFile } from '../data/readers.ts'

/** A file of data below a folder: its path with '/' between names, and its size. */
export type DataFile = { path: string; bytes: number }
export type DataFiles = { tables: DataFile[]; images: DataFile[] }

const mostFiles = 200_000
const isImage = (name: string): boolean => imageEndings.some((ending) => ending === extname(name).toLowerCase())

/**
 * The data files and images in a folder and below it, sorted by path. Hidden names and links are passed over: a link may lead out of
 * the folder. Throws what the file system says when the folder itself cannot be read.
 */
export const walkDataFolder = async (root: string, onProblem: (message: string) => void): Promise<DataFiles> => {
  const found: DataFiles = { tables: [], images: [] }
  const full = () => found.tables.length + found.images.length >= mostFiles

  const skip = (path: string) => (problem: unknown) => {
    onProblem(`${path} is left out: ${problem instanceof Error ? problem.message : String(problem)}.`)
  }
  const add = async (path: string): Promise<void> => {
    const { size } = await stat(join(root, path))
    const list = isImage(path) ? found.images : found.tables
    list.push({ path, bytes: size })
  }
  const walk = async (folder: string): Promise<void> => {
    for (const item of await readdir(join(root, folder), { withFileTypes: true })) {
      if (full()) return
      const path = folder === '' ? item.name : `${folder}/${item.name}`
      if (item.name.startsWith('.') || item.name === 'node_modules') continue
      if (item.isDirectory()) await walk(path).catch(skip(path))
      if (item.isFile() && (isImage(item.name) || isDataFile(item.name))) await add(path).catch(skip(path))
    }
  }

  await walk('')
  if (full()) onProblem(`The folder of data holds more than ${mostFiles} files; the others are left out.`)
  const byPath = (a: DataFile, b: DataFile) => (a.path < b.path ? -1 : 1)
  return { tables: found.tables.sort(byPath), images: found.images.sort(byPath) }
}
