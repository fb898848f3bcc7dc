import { createHash } from 'node:crypto'
import { createReadStream, statSync } from 'node:fs'
import { Readable } from 'node:stream'
import { createFault, type Fault } from '../../core/fault.ts'
import { faultFromError } from '../fault-from-error.ts'
import { faultFromStatus } from '../fault-from-status.ts'
import { readUpTo } from '../read-up-to.ts'
import type { Progress } from './progress.ts'

export type Upload = { baseUrl: string; path: string; fetch: typeof fetch; signal: AbortSignal }

type Tell = (done: number, total: number) => void

/** The bytes of a file, telling how many have passed. */
const passing = async function* (path: string, total: number, tell: Tell): AsyncGenerator<Buffer> {
  let done = 0
  for await (const piece of createReadStream(path)) {
    done += (piece as Buffer).byteLength
    tell(done, total)
    yield piece as Buffer
  }
}

/**
 * Brings a file to an Ollama server under its digest, unless it has it already; gives the digest, 'sha256:…'. Errors of the disk are
 * thrown.
 */
export const uploadBlob = async (
  { baseUrl, path, fetch, signal }: Upload,
  onProgress: (progress: Progress) => void,
): Promise<{ digest: string } | { fault: Fault }> => {
  const where = `Ollama at ${new URL(baseUrl).origin}`
  const { size } = statSync(path)
  const telling =
    (what: string): Tell =>
    (done, total) =>
      onProgress({ what, done, total })
  const hash = createHash('sha256')
  for await (const piece of passing(path, size, telling('reading the file'))) hash.update(piece)
  const digest = `sha256:${hash.digest('hex')}`
  const url = `${baseUrl.replace(/\/+$/, '')}/api/blobs/${digest}`
  try {
    const there = await fetch(url, { method: 'HEAD', signal })
    if (there.status === 200) return { digest }
    const body = Readable.toWeb(Readable.from(passing(path, size, telling('bringing the file to Ollama'))))
    const init: object = { method: 'POST', body, duplex: 'half', headers: { 'content-type': 'application/octet-stream' }, signal }
    const { status, headers, ...response } = await fetch(url, init).then(async (answer) => ({
      status: answer.status,
      headers: answer.headers,
      text: answer.status < 300 ? '' : await readUpTo(answer, 65_536),
    }))
    return status < 300 ? { digest } : { fault: faultFromStatus({ status, headers, body: response.text }, where) }
  } catch (error) {
    const fault = signal.aborted ? createFault('cancelled', `${where} was not waited for`) : faultFromError(error, where)
    if (!fault) throw error
    return { fault }
  }
}
