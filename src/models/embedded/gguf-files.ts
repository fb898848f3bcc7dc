import { type Dirent, readdirSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { isAbsolute, join, resolve } from 'node:path'
import { type GgufHeader, readGguf } from './gguf-header.ts'

/** A GGUF file of the folder for models. `modified` is ISO time. */
export type GgufFile = { name: string; path: string; bytes: number; modified: string; header: GgufHeader }

/** A path with the user's own folder in the place of a leading ~. */
export const fromHome = (path: string): string => path.replace(/^~(?=$|[/\\])/, () => homedir())

/** Not a model by itself: eyes for another model, or a later part of one. */
const isPart = (name: string): boolean => /mmproj/i.test(name) || /-(?!00001)\d{5}-of-\d{5}\.gguf$/i.test(name)

const entriesOf = (folder: string): Dirent[] => {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch {
    return [] // A folder that is not there holds no models, nor does one that cannot be read.
  }
}

const fileOf = (folder: string, name: string): GgufFile[] => {
  const path = join(folder, name)
  try {
    const { size: bytes, mtime } = statSync(path)
    const header = readGguf(path)
    return header ? [{ name, path, bytes, modified: mtime.toISOString(), header }] : []
  } catch {
    return [] // Gone since it was listed, or not ours to read.
  }
}

/** The models in a folder, by name. What only calls itself GGUF is left out. */
export const listGguf = (folder: string): GgufFile[] =>
  entriesOf(fromHome(folder))
    .filter((entry) => !entry.isDirectory() && /\.gguf$/i.test(entry.name) && !isPart(entry.name))
    .map(({ name }) => name)
    .sort()
    .flatMap((name) => fileOf(fromHome(folder), name))

const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() === true

/** The file that a name means: a path from here or from ~, else a file of the folder, with or without its ending. */
export const findGguf = (name: string, folder: string | undefined): string | undefined => {
  const path = fromHome(name)
  const inFolder = folder === undefined || isAbsolute(path) ? [] : [join(fromHome(folder), path)]
  return [resolve(path), ...inFolder].flatMap((one) => [one, `${one}.gguf`]).find(isFile)
}
