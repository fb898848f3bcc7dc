import { anthropicWire } from '../../src/models/stand-in/anthropic.ts'
import { googleWire } from '../../src/models/stand-in/google.ts'
import { mistralWire } from '../../src/models/stand-in/mistral.ts'
import { openaiWire } from '../../src/models/stand-in/openai.ts'
import { type Asked, type Behaviour, refusing, sending } from '../../src/models/stand-in/server.ts'
import type { ServerWire } from '../../src/models/stand-in/wire.ts'

const json = { 'content-type': 'application/json' }

/** The key that a request came with, in whichever header its API has it. */
export const keyIn = ({ headers }: Asked): string =>
  String(headers['x-api-key'] ?? headers['x-goog-api-key'] ?? headers['api-key'] ?? headers.authorization).replace(/^Bearer /, '')

/** Each API is known by its path. */
const wireOf = ({ path }: Asked): ServerWire => {
  if (path.startsWith('/v1beta/')) return googleWire
  if (path.endsWith('/v1/messages')) return anthropicWire
  return path.includes('#stream') ? mistralWire : openaiWire
}

type Indiscretion = (key: string, wire: ServerWire) => Behaviour

/** Ways in which a server gives a key back: plain, where a long complaint is cut, in an address, in headers, in pieces of a stream. */
export const indiscretions: readonly Indiscretion[] = [
  (key, wire) => refusing(429, wire.error(`Too many requests with ${key}`), { ...json, 'retry-after': '0' }),
  (key, wire) => refusing(500, wire.error(`${'x'.repeat(285)}${key}`), json),
  (key) => refusing(502, `<html>\n GET /v1?key=${encodeURIComponent(key)} "${key}"`),
  (key, wire) =>
    sending(wire.type, [...wire.said('{"command":'), `data: ${wire.error(`${'y'.repeat(285)}${key}`).replaceAll('\n', '')}\n\n`]),
  (key, wire) => sending(wire.type, [`${key} is no event\n`]),
  (key, wire) =>
    refusing(503, wire.error(key).replaceAll('/', '\\/'), { ...json, 'retry-after': '0', 'x-your-key': encodeURIComponent(key) }),
  (key, wire) =>
    refusing(401, wire.error(`Incorrect API key provided: ${key}. You can find it at https://host/${encodeURIComponent(key)}`), json),
]

/** Goes through them for each key by itself, at whatever is asked. */
export const indiscreet = (): Behaviour => {
  const turns = new Map<string, number>()
  return (response, asked) => {
    const key = keyIn(asked)
    // A list of models is asked for by the doctor: its complaint is the last one.
    const isListing = /\/models(\?|$)/.test(asked.path)
    const turn = isListing ? indiscretions.length - 1 : (turns.get(key) ?? 0)
    if (!isListing) turns.set(key, turn + 1)
    return indiscretions[turn % indiscretions.length]?.(key, wireOf(asked))(response, asked)
  }
}
