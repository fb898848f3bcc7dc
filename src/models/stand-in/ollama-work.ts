import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What a stand-in was asked, and the digests of the files that it holds. */
export type WorkRecord = { asked: { path: string; body: Record<string, unknown> }[]; blobs: string[]; uploads: number }

const digest = `sha256:${'ab'.repeat(32)}`

/** The lines of Ollama's /api/pull for a model of so many bytes. */
export const pullLines = (total: number): string[] =>
  [
    { status: 'pulling manifest' },
    { status: `pulling ${digest.slice(7, 19)}`, digest, total },
    ...[1, 2, 3, 4].map((quarter) => ({ status: `pulling ${digest.slice(7, 19)}`, digest, total, completed: (total * quarter) / 4 })),
    { status: 'verifying sha256 digest' },
    { status: 'writing manifest' },
    { status: 'success' },
  ].map((line) => `${JSON.stringify(line)}\n`)

/** The lines of Ollama's /api/create. */
export const createLines = (): string[] =>
  [{ status: `using existing layer ${digest}` }, { status: 'writing manifest' }, { status: 'success' }].map(
    (line) => `${JSON.stringify(line)}\n`,
  )

/** An Ollama that gets and makes models with these lines, and takes files under their digests as Ollama 0.24 does. */
export const startOllamaWork = async (lines: readonly string[], { pauseMs = 0 } = {}) => {
  const record: WorkRecord = { asked: [], blobs: [], uploads: 0 }
  const server = createServer(async (request, response) => {
    const path = request.url ?? ''
    const pieces: Buffer[] = []
    for await (const piece of request) pieces.push(piece as Buffer)
    const body = Buffer.concat(pieces)
    const blob = /^\/api\/blobs\/(.*)$/.exec(path)?.[1]
    if (blob !== undefined && request.method === 'HEAD') return void response.writeHead(record.blobs.includes(blob) ? 200 : 404).end()
    if (blob !== undefined) {
      const found = `sha256:${createHash('sha256').update(body).digest('hex')}`
      if (found !== blob)
        return void response.writeHead(400).end(JSON.stringify({ error: `digest mismatch, expected "${blob}", got "${found}"` }))
      record.blobs.push(blob)
      record.uploads += 1
      return void response.writeHead(201).end()
    }
    record.asked.push({ path, body: JSON.parse(body.toString()) })
    response.writeHead(200, { 'content-type': 'application/x-ndjson' })
    for (const line of lines) {
      if (pauseMs > 0) await new Promise((resolve) => setTimeout(resolve, pauseMs))
      response.write(line)
    }
    response.end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, record, close }
}
