import { createHash } from 'node:crypto'
import { chmod, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { z } from 'zod'

/**
 * What is known of the file behind an address, so that a part of it is not joined with a part of another. The address itself may be signed,
 * and then whoever has it has the file: its SHA-256 tells it from another as well.
 */
const known = z.object({ address: z.string(), total: z.number().optional(), validator: z.string().optional() })
type Known = z.infer<typeof known>

/** What has come of a file so far: bytes of it, and what the server said of the whole. */
export type Part = { begun: number; total?: number; validator?: string }

/** Where what has come of a file lies until it is whole, and what is known of it. */
export const partOf = (path: string): string => `${path}.part`
const aboutOf = (path: string): string => `${path}.part.json`

const hashOf = (url: URL): string => createHash('sha256').update(url.href).digest('hex')

const sizeOf = async (path: string): Promise<number> => (await stat(path).catch(() => undefined))?.size ?? 0

const readKnown = async (path: string): Promise<Known | undefined> => {
  try {
    return known.parse(JSON.parse(await readFile(aboutOf(path), 'utf8')))
  } catch {
    return undefined // Without it the part is of no use, and everything is fetched.
  }
}

/** The part that can be gone on with: of the same address, and of a file that can be told from another, now or by its checksum. */
export const readPart = async (path: string, url: URL, hasChecksum: boolean): Promise<Part> => {
  const before = await readKnown(path)
  if (before?.address !== hashOf(url) || !(before.validator || hasChecksum)) return { begun: 0 }
  return {
    begun: await sizeOf(partOf(path)),
    ...(before.total === undefined ? {} : { total: before.total }),
    ...(before.validator ? { validator: before.validator } : {}),
  }
}

/** Keeps what the server says of the whole file, for whoever fetches it alone. */
export const keepPart = async (path: string, url: URL, { total, validator }: Omit<Part, 'begun'>): Promise<void> => {
  const about: Known = { address: hashOf(url), ...(total === undefined ? {} : { total }), ...(validator ? { validator } : {}) }
  await writeFile(aboutOf(path), JSON.stringify(about), { mode: 0o600 })
  // One that was there before keeps the rights that it had.
  await chmod(aboutOf(path), 0o600)
}

export const forgetPart = async (path: string): Promise<void> => {
  for (const file of [partOf(path), aboutOf(path)]) await rm(file, { force: true })
}

/** What a server says of a file: a strong mark, or a date, that stands for this very version of it. */
const validatorOf = (headers: Headers): string | undefined => {
  const etag = headers.get('etag')
  return etag && !etag.startsWith('W/') ? etag : (headers.get('last-modified') ?? undefined)
}

const wholeNumber = (text: string | null | undefined): number | undefined => (text && /^\d+$/.test(text) ? Number(text) : undefined)

/** Where an answer begins in the file, and what it says of the whole. */
export const spanOf = ({ status, headers }: Response): { from: number } & Omit<Part, 'begun'> => {
  const [, first, whole] = /^bytes (\d+)-\d+\/(\d+)/.exec(headers.get('content-range') ?? '') ?? []
  const [from, total] = status === 206 ? [wholeNumber(first) ?? -1, wholeNumber(whole)] : [0, wholeNumber(headers.get('content-length'))]
  const validator = validatorOf(headers)
  return { from, ...(total === undefined ? {} : { total }), ...(validator ? { validator } : {}) }
}
