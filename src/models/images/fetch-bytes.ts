import type { Fault } from '../../core/fault.ts'
import { faultFromError } from '../fault-from-error.ts'

export type FetchBytes = {
  url: string
  init?: RequestInit
  /** Bytes that are read of an answer. */
  most: number
  /** Who is asked, for messages. */
  where: string
  fetch: typeof fetch
  signal: AbortSignal
}

/** An answer of any status. `whole` is false when it went on after the bytes that are here. */
export type Fetched = { status: number; headers: Headers; bytes: Buffer; whole: boolean }

const firstBytes = async (body: ReadableStream<Uint8Array> | null, most: number): Promise<Pick<Fetched, 'bytes' | 'whole'>> => {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of body ?? []) {
    parts.push(part)
    length += part.length
    // Leaving the loop lets go of the connection.
    if (length > most) return { bytes: Buffer.concat(parts).subarray(0, most), whole: false }
  }
  return { bytes: Buffer.concat(parts), whole: true }
}

/** Fetches at most so many bytes. Follows no redirect: a key, or a prompt, is for the server that was named. */
export const fetchBytes = async ({ url, init, most, where, fetch, signal }: FetchBytes): Promise<Fetched | { fault: Fault }> => {
  try {
    const { status, headers, body } = await fetch(url, { ...init, redirect: 'manual', signal })
    return { status, headers, ...(await firstBytes(body, most)) }
  } catch (error) {
    const fault = faultFromError(error, where)
    if (!fault) throw error
    return { fault }
  }
}
