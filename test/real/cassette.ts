import { createHash } from 'node:crypto'
import { gunzipSync, gzipSync } from 'node:zlib'
import { z } from 'zod'

const answer = z.object({
  /** The first 16 digits of the SHA-256 of the messages that were answered. */
  prompt: z.string(),
  text: z.string(),
  reason: z.string(),
  input: z.number(),
  output: z.number(),
})

/** What a real Ollama said in one run: what it has, what it says of its model, and every answer in the order of the asking. */
const cassette = z.object({
  topic: z.string(),
  model: z.string(),
  sets: z.array(z.string()),
  tags: z.unknown(),
  shows: z.unknown(),
  answers: z.array(answer),
  outcome: z.unknown(),
  /** The report that came of it. */
  report: z.string(),
})
export type Cassette = z.infer<typeof cassette>
export type Recorded = z.infer<typeof answer>

export const packCassette = (recorded: Cassette): Buffer => gzipSync(JSON.stringify(recorded), { level: 9 })
export const unpackCassette = (bytes: Buffer): Cassette => cassette.parse(JSON.parse(gunzipSync(bytes).toString()))

const bodyOf = (init: RequestInit | undefined): { messages?: unknown } => JSON.parse(String(init?.body ?? '{}')) as { messages?: unknown }
const promptOf = (init: RequestInit | undefined): string =>
  createHash('sha256')
    .update(JSON.stringify(bodyOf(init).messages))
    .digest('hex')
    .slice(0, 16)

type Piece = {
  message?: { content?: string }
  done?: boolean
  done_reason?: string
  prompt_eval_count?: number
  eval_count?: number
}

const hear = (prompt: string, lines: string): Recorded => {
  const pieces = lines
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Piece)
  const last = pieces.at(-1)
  return {
    prompt,
    text: pieces.map(({ message }) => message?.content ?? '').join(''),
    reason: last?.done_reason ?? '',
    input: last?.prompt_eval_count ?? 0,
    output: last?.eval_count ?? 0,
  }
}

/** Passes a stream on and hands its text over with the line that ends it: whoever reads it hangs up right after that line. */
const listen = (keep: (lines: string) => void): TransformStream<Uint8Array, Uint8Array> => {
  const decoder = new TextDecoder()
  let lines = ''
  return new TransformStream({
    transform(bytes, out) {
      lines += decoder.decode(bytes, { stream: true })
      if (/"done":\s*true/.test(lines.slice(lines.trimEnd().lastIndexOf('\n') + 1))) keep(lines)
      out.enqueue(bytes)
    },
  })
}

type Heard = Pick<Cassette, 'tags' | 'shows' | 'answers'>

/** A fetch that hands on to a real Ollama and keeps what it says. Prompts reach it in order: one at a time. */
export const recordingFetch = (heard: Heard, below: typeof fetch): typeof fetch =>
  (async (input: string | URL | Request, init?: RequestInit) => {
    const response = await below(input, init)
    const { pathname } = new URL(String(input))
    if (response.status !== 200 || !response.body) return response
    if (pathname === '/api/tags') heard.tags = await response.clone().json()
    if (pathname === '/api/show') heard.shows = await response.clone().json()
    if (pathname !== '/api/chat') return response
    const listening = listen((lines) => heard.answers.push(hear(promptOf(init), lines)))
    return new Response(response.body.pipeThrough(listening), { status: 200, headers: response.headers })
  }) as typeof fetch

const json = (value: object): string => `${JSON.stringify(value)}\n`

/** An answer as Ollama streams it, in two lines. */
const asLines = ({ text, reason, input, output }: Recorded, model: string): string => {
  const frame = { model, created_at: '2026-01-01T00:00:00Z' }
  return (
    json({ ...frame, message: { role: 'assistant', content: text }, done: false }) +
    json({
      ...frame,
      message: { role: 'assistant', content: '' },
      done: true,
      done_reason: reason,
      prompt_eval_count: input,
      eval_count: output,
    })
  )
}

export type Replayed = {
  fetch: typeof fetch /** Prompts that were worded otherwise than when they were recorded. */
  reworded(): number
  left(): number
}

/**
 * Answers as the recorded server did: a prompt by its hash, and one that is worded otherwise by its place in the order. More
 * questions than were recorded are a 500.
 */
export const replayingFetch = ({ model, tags, shows, answers }: Cassette): Replayed => {
  const left = [...answers]
  let reworded = 0
  const next = (prompt: string): Recorded | undefined => {
    const place = left.findIndex((one) => one.prompt === prompt)
    if (place < 0) reworded += 1
    return left.splice(Math.max(0, place), 1)[0]
  }
  const replay = async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
    const { pathname } = new URL(String(input))
    if (pathname === '/api/tags') return Response.json(tags)
    if (pathname === '/api/show') return Response.json(shows)
    const answer = next(promptOf(init))
    if (!answer) return Response.json({ error: 'the recording holds no more answers' }, { status: 400 })
    return new Response(asLines(answer, model), { status: 200, headers: { 'content-type': 'application/x-ndjson' } })
  }
  return { fetch: replay as typeof fetch, reworded: () => reworded, left: () => left.length }
}
