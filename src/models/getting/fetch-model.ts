import { createHash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { mkdir, rename } from 'node:fs/promises'
import { dirname } from 'node:path'
import { createFault, type Fault } from '../../core/fault.ts'
import { readGguf } from '../embedded/gguf-header.ts'
import { type Ended, type FetchModel, fetchPart } from './fetch-part.ts'
import { forgetPart, partOf, readPart } from './part.ts'
import type { Progress } from './progress.ts'

const tries = 5

const sha256Of = async (path: string): Promise<string> => {
  const hash = createHash('sha256')
  for await (const piece of createReadStream(path)) hash.update(piece as Buffer)
  return hash.digest('hex')
}

/** What is wrong with a file that has come to its end; then nothing is kept of it. */
const flawOf = async (path: string, { url, sha256 }: FetchModel): Promise<Fault | undefined> => {
  if (!readGguf(path)) return createFault('bad-output', `${url.host} sent a file that is no GGUF file`)
  if (sha256 === undefined) return undefined
  const found = await sha256Of(path)
  if (found === sha256.toLowerCase()) return undefined
  return createFault('bad-output', `the file from ${url.host} is another than was asked for: its SHA-256 is ${found}`)
}

/**
 * Fetches a GGUF file. Under its own name it is there when it is whole, as long as the server said and with the wanted checksum, and
 * not before; until then what has come is kept, and the next call goes on with it. Goes on by itself a few times when the connection
 * drops. `kept` is how many bytes the next call would go on from. Errors of the disk are thrown.
 */
export const fetchModel = async (
  wanted: FetchModel,
  onProgress: (progress: Progress) => void,
): Promise<{ bytes: number } | { fault: Fault; kept: number }> => {
  const { path, url, sha256 } = wanted
  await mkdir(dirname(path), { recursive: true })
  const fetchOn = async (left: number): Promise<Ended> => {
    const ended = await fetchPart(wanted, onProgress)
    return 'fault' in ended && ended.further && left > 1 ? fetchOn(left - 1) : ended
  }
  const ended = await fetchOn(tries)
  if ('fault' in ended) return { fault: ended.fault, kept: (await readPart(path, url, sha256 !== undefined)).begun }
  onProgress({ what: 'checking' })
  const fault = await flawOf(partOf(path), wanted)
  if (!fault) await rename(partOf(path), path)
  await forgetPart(path)
  return fault ? { fault, kept: 0 } : ended
}

/** Whether this very file is there: with the wanted checksum, where one is. */
export const isFetched = async ({ path, sha256 }: Pick<FetchModel, 'path' | 'sha256'>): Promise<boolean> =>
  existsSync(path) && (sha256 === undefined || (await sha256Of(path)) === sha256.toLowerCase())
