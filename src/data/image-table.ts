import { imageSize } from './image-size.ts'
import { bad, counted, type Limits, type Reading, usualLimits } from './reading.ts'
import type { Cell, Column } from './table.ts'

export const imageEndings = ['.png', '.jpg', '.jpeg', '.gif', '.bmp'] as const

/** How much of each file's beginning is enough for its size, but for JPEGs with long notes before their picture. */
export const imageHeadBytes = 64 * 1024

/** An image below a folder: its path with '/' between names, its size in bytes, and the file's first bytes. */
export type ImageFile = { path: string; bytes: number; head: Uint8Array }

const columns: readonly Column[] = [
  { name: 'path', type: 'text' },
  { name: 'label', type: 'text' },
  { name: 'width', type: 'number' },
  { name: 'height', type: 'number' },
  { name: 'bytes', type: 'number' },
]

/** The folder that holds a file; none for one that lies at the top. */
const labelOf = (path: string): string | null => path.split('/').at(-2) ?? null

/** A table of images in folders: a row for each file, sorted by path, with its folder as label and its size in pixels. */
export const imageTable = (files: readonly ImageFile[], name: string, limits: Limits = usualLimits): Reading => {
  if (files.length === 0) return bad(`${name} holds no images (${imageEndings.join(', ')}).`)
  if (files.length > limits.rows) return bad(`${name} holds more than ${counted(limits.rows, 'image')}, which is the most.`)
  const sorted = [...files].sort((a, b) => (a.path < b.path ? -1 : 1))
  const rows = sorted.map(({ path, bytes, head }): Cell[] => {
    const size = imageSize(head)
    return [path, labelOf(path), size?.width ?? null, size?.height ?? null, bytes]
  })
  const unknown = rows.filter((row) => row[2] === null).length
  const notes = unknown === 0 ? [] : [`the size of ${counted(unknown, 'image')} could not be read`]
  return { ok: true, table: { columns, rows }, notes }
}
