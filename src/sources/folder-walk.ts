import { readdir, stat } from 'node:fs/promises'
import { extname, join } from 'node:path'

/** A file that can be read: its path below the folder with '/' between names, and what tells one version of it from another. */
export type FolderFile = { path: string; kind: FileKind; version: string }
export type FileKind = 'pdf' | 'text' | 'bibtex'

const kinds: Readonly<Record<string, FileKind>> = {
  '.pdf': 'pdf',
  '.md': 'text',
  '.markdown': 'text',
  '.txt': 'text',
  '.bib': 'bibtex',
}

const mostBytes: Readonly<Record<FileKind, number>> = { pdf: 100 * 1024 * 1024, text: 10 * 1024 * 1024, bibtex: 20 * 1024 * 1024 }
/** Longer ones would make ids that the log refuses. */
const longestPath = 150

/**
 * The papers' files in a folder and below it, sorted by path. Hidden names and links are passed over: a link may lead out of
 * the folder. Throws what the file system says when the folder itself cannot be read.
 */
export const walkFolder = async (root: string, onProblem: (message: string) => void): Promise<FolderFile[]> => {
  const versionOf = async (path: string, kind: FileKind): Promise<FolderFile[]> => {
    const { size, mtimeMs } = await stat(join(root, path))
    if (size <= mostBytes[kind] && path.length <= longestPath) return [{ path, kind, version: `${size} ${mtimeMs}` }]
    onProblem(
      `${path} is left out: ${size > mostBytes[kind] ? 'the file is too big' : `its path is longer than ${longestPath} characters`}.`,
    )
    return []
  }

  const walk = async (folder: string): Promise<FolderFile[]> => {
    const found: FolderFile[] = []
    for (const item of await readdir(join(root, folder), { withFileTypes: true })) {
      const path = folder === '' ? item.name : `${folder}/${item.name}`
      const kind = kinds[extname(item.name).toLowerCase()]
      if (item.name.startsWith('.') || item.name === 'node_modules') continue
      if (item.isSymbolicLink() && kind !== undefined) onProblem(`${path} is left out: it is a link, and links are not followed.`)
      if (item.isDirectory()) found.push(...(await walkInside(path)))
      if (item.isFile() && kind !== undefined) found.push(...(await versionOf(path, kind).catch(skip(path))))
    }
    return found
  }

  const skip = (path: string) => (problem: unknown) => {
    onProblem(`${path} is left out: ${problem instanceof Error ? problem.message : String(problem)}.`)
    return []
  }
  const walkInside = (path: string) => walk(path).catch(skip(path))

  return (await walk('')).sort((a, b) => (a.path < b.path ? -1 : 1))
}
