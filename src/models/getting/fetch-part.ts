import { open, statfs } from 'node:fs/promises'
import { dirname } from 'node:path'
import { createFault, type Fault } from '../../core/fault.ts'
import { faultFromError } from '../fault-from-error.ts'
import { faultFromStatus } from '../fault-from-status.ts'
import { readUpTo } from '../read-up-to.ts'
import { createWatchdog } from '../watchdog.ts'
import { forgetPart, keepPart, type Part, partOf, readPart, spanOf } from './part.ts'
import type { Progress } from './progress.ts'

export type FetchModel = {
  url: URL
  /** Where it is to lie when it is whole. What has come so far lies beside it in .part, and what is known of that in .part.json. */
  path: string
  /** In hexadecimal digits, when it is known what the file must be. */
  sha256?: string
  fetch: typeof fetch
  signal: AbortSignal
  /** Milliseconds of silence after which a server is given up. */
  idleMs?: number
}

/** All has come, or what was wrong and whether another request may bring more. */
export type Ended = { bytes: number } | { fault: Fault; further: boolean }

type Tell = (progress: Progress) => void

/** Left free on the disk: a full one stops more than this. */
const margin = 64 * 1024 * 1024
/** The longest that a timer can wait: there is no limit on the whole. */
const longestMs = 2 ** 31 - 1

const failed = (kind: Fault['kind'], message: string, further = false): Ended => ({ fault: createFault(kind, message), further })
const gigabytes = (bytes: number): string => `${(bytes / 1e9).toFixed(2)} GB`

/** Why an answer is none to write down, if so. What is on the disk is forgotten when it cannot be gone on with. */
const refusalOf = async (response: Response, { url, path }: FetchModel, { begun, total }: Part): Promise<Ended | undefined> => {
  const { status, headers } = response
  if (status === 416 || (status === 206 && begun === 0)) {
    await forgetPart(path)
    return failed('bad-output', `${url.host} could not go on with the file`, begun > 0)
  }
  if (status !== 200 && status !== 206)
    return { fault: faultFromStatus({ status, headers, body: await readUpTo(response, 65_536) }, url.host), further: false }
  if (url.protocol === 'https:' && response.url.startsWith('http:'))
    return failed('refused', `${url.host} led to an address that is not encrypted`)
  if (/^text\/html/.test(headers.get('content-type') ?? '')) return failed('bad-output', `${url.host} sent a web page and no file`)
  const span = spanOf(response)
  if (span.from !== 0 && (span.from !== begun || span.total !== total)) {
    await forgetPart(path)
    return failed('bad-output', `${url.host} went on with another file`, true)
  }
  const needed = span.total === undefined ? 0 : span.total - span.from
  const free = await statfs(dirname(path)).then(({ bavail, bsize }) => Math.max(0, bavail * bsize - margin))
  return needed > free
    ? failed('limit', `${gigabytes(needed)} are to come, and ${dirname(path)} has room for ${gigabytes(free)}`)
    : undefined
}

/** Writes an answer down where it belongs, and tells how many bytes there are then. */
const write = async (response: Response, path: string, tell: (written: number) => void): Promise<void> => {
  const { from } = spanOf(response)
  const file = await open(partOf(path), from === 0 ? 'w' : 'r+')
  try {
    let written = from
    for await (const piece of response.body ?? []) {
      await file.write(piece, 0, piece.byteLength, written)
      written += piece.byteLength
      tell(written)
    }
    await file.sync()
  } finally {
    await file.close()
  }
}

/** One request: goes on with the part that is there when that is a part of the same file, else begins anew. Errors of the disk are thrown. */
export const fetchPart = async (wanted: FetchModel, onProgress: Tell): Promise<Ended> => {
  const { url, path, fetch, signal, idleMs = 60_000 } = wanted
  const part = await readPart(path, url, wanted.sha256 !== undefined)
  const over = new AbortController()
  const ends = AbortSignal.any([signal, over.signal])
  let fault: Fault | undefined
  const { alive } = createWatchdog({ firstMs: idleMs, idleMs, totalMs: longestMs }, ends, (message) => {
    fault = createFault('timeout', `${url.host} ${message}`)
    over.abort()
  })
  let written = part.begun
  try {
    const range = part.begun > 0 ? { range: `bytes=${part.begun}-`, ...(part.validator ? { 'if-range': part.validator } : {}) } : {}
    const response = await fetch(url.href, { headers: { ...range, 'accept-encoding': 'identity' }, signal: ends })
    alive()
    const refusal = await refusalOf(response, wanted, part)
    if (refusal) return refusal
    const span = spanOf(response)
    await keepPart(path, url, span)
    written = span.from
    await write(response, path, (bytes) => {
      alive()
      written = bytes
      onProgress({ what: 'fetching', done: bytes, ...(span.total === undefined ? {} : { total: span.total }) })
    })
    if (span.total === undefined || written === span.total) return { bytes: written }
    return failed('unreachable', `${url.host} sent ${written} of ${span.total} bytes`, written > part.begun && written < span.total)
  } catch (error) {
    if (signal.aborted) return failed('cancelled', `${url.host} was not waited for`)
    const found = fault ?? faultFromError(error, url.host)
    if (!found) throw error
    return { fault: found, further: written > part.begun }
  } finally {
    over.abort()
  }
}
