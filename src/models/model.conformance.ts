import { type AddressInfo, createServer, type Socket } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import type { Answer, Model } from './model.ts'
import { createPatientFetch } from './patient-fetch.ts'
import { createRequest } from './stand-in/request.ts'
import { type Behaviour, dropping, refusing, type StandIn, sending, silent, startStandIn, unusedUrl } from './stand-in/server.ts'
import type { ServerWire } from './stand-in/wire.ts'
import type { Timeouts } from './watchdog.ts'
import { wordsOf } from './words.ts'

const words = '{"command":"dialogue","text":"Shall we begin? Ja, größer."}'

type Hearing = { signal?: AbortSignal; onDelta?: (text: string) => void }

const ask = (model: Model, { signal = new AbortController().signal, onDelta = () => undefined }: Hearing = {}) =>
  model.generate(createRequest(), signal, onDelta)

const kindOf = (answer: Answer) => ('fault' in answer ? answer.fault.kind : `a reply: ${answer.reply.text}`)

/**
 * What every model does, local or remote. `open` gives one that answers this text, at once or, if slow, not before some
 * hundred milliseconds; it takes two requests at a time.
 */
export const conformsAsModel = (name: string, open: (text: string, pace: 'fast' | 'slow') => Promise<Model>) =>
  describe(`${name} as a model`, () => {
    test('streams pieces that together are the reply', async () => {
      const pieces: string[] = []
      const model = await open(words, 'fast')
      const answer = await ask(model, { onDelta: (piece) => void pieces.push(piece) })
      expect(answer).toMatchObject({ reply: { text: words, model: model.name } })
      expect(pieces.length).toBeGreaterThan(1)
      expect(pieces.join('')).toBe(words)
    })

    test('counts tokens and cost, none of them negative', async () => {
      const answer = await ask(await open(words, 'fast'))
      if (!('reply' in answer)) throw new Error(answer.fault.message)
      const { input, output, cost } = answer.reply.usage
      expect(input).toBeGreaterThan(0)
      expect(output).toBeGreaterThan(0)
      expect(cost).toBeGreaterThanOrEqual(0)
    })

    test('gives the fault cancelled when its signal came before it was asked', async () => {
      expect(kindOf(await ask(await open(words, 'fast'), { signal: AbortSignal.abort() }))).toBe('cancelled')
    })

    test('an aborted call ends at once as cancelled, and another on the same instance goes on to its end', async () => {
      const model = await open(words, 'slow')
      const stop = new AbortController()
      const order: string[] = []
      const first = ask(model, { signal: stop.signal }).then((answer) => order.push(kindOf(answer)))
      const second = ask(model).then((answer) => order.push(kindOf(answer)))
      setTimeout(() => stop.abort(), 40)
      await Promise.all([first, second])
      expect(order).toEqual(['cancelled', `a reply: ${words}`])
    })
  })

/** Planted as the key of each model that takes one: it must be in no answer. */
export const plantedKey = 'sk-planted/0123456789+abc'

const unhurried: Timeouts = { firstMs: 20_000, idleMs: 20_000, totalMs: 60_000 }

/** Opens a model at an address; one that takes a key gets `plantedKey`. */
export type CreateRemote = (url: string, given: { timeouts: Timeouts; fetch?: typeof fetch }) => Model

/** What a server does, and the fault that it is. */
type Case = { title: string; behaviour: Behaviour; kind: string; says?: RegExp; retryAfter?: number; timeouts?: Partial<Timeouts> }

const echoing =
  (status: number, wire: ServerWire, headers: Record<string, string> = {}): Behaviour =>
  (response, asked) =>
    refusing(status, wire.error(`no: ${JSON.stringify(asked.headers)} ${asked.path}`), { 'content-type': 'application/json', ...headers })(
      response,
      asked,
    )

/** Complains and never stops. */
const endless: Behaviour = (response) => {
  const more = () => {
    while (!response.destroyed && response.write('x'.repeat(65_536)));
  }
  response.writeHead(400).on('drain', more)
  more()
}

/** Sends this again and again, as fast as it is read, for as long as anybody reads. */
const sendingForEver =
  (type: string, first: readonly string[], again: string, count: (bytes: number) => void): Behaviour =>
  (response) => {
    const more = () => {
      while (!response.destroyed) {
        count(again.length)
        if (!response.write(again)) return
      }
    }
    response.writeHead(200, { 'content-type': type }).on('drain', more)
    for (const piece of first) response.write(piece)
    more()
  }

const filler = 'x'.repeat(100_000)
const blank = '@'.repeat(1000)

/** An answer without end: what comes first, and what comes then again and again. */
const endlessAnswers = (wire: ServerWire): [string, string[], string][] => {
  const beginning = wire.said('').filter((piece) => !piece.includes('"text_delta"'))
  const pieceWith = (pieces: readonly string[], text: string): string => pieces.find((piece) => piece.includes(text)) ?? ''
  const thinking = wire.onlyThoughts(filler)
  const thought = pieceWith(thinking, filler)
  return [
    ['text', beginning, pieceWith(wire.said(filler), filler)],
    ['a thought that is part of the text', wire.said('<think>'), pieceWith(wire.said(filler), filler)],
    ['thoughts apart from the text', thinking.slice(0, thinking.indexOf(thought)), thought],
    ['white space', beginning, pieceWith(wire.said(blank), blank).replace(blank, ' '.repeat(blank.length))],
    [
      'white space behind a thought',
      wire.said('<think></think>'),
      pieceWith(wire.said(blank), blank).replace(blank, ' '.repeat(blank.length)),
    ],
  ]
}

const silences = (wire: ServerWire): Case[] => [
  { title: 'a server that never answers', behaviour: silent, kind: 'timeout', says: /sent nothing for 0\.1 s/, timeouts: { firstMs: 100 } },
  {
    title: 'a server that falls silent',
    behaviour: sending(wire.type, wire.said(words), { stays: true }),
    kind: 'timeout',
    says: /fell silent/,
    timeouts: { idleMs: 100 },
  },
  {
    title: 'a server that never comes to its end',
    behaviour: sending(wire.type, Array(200).fill(wire.said(words).at(-1)), { pauseMs: 20 }),
    kind: 'timeout',
    says: /not done with its answer after 0\.3 s/,
    timeouts: { totalMs: 300 },
  },
]

const refusals = (wire: ServerWire): Case[] => [
  { title: 'a wrong key (401)', behaviour: echoing(401, wire), kind: 'refused', says: /401/ },
  { title: 'an unknown model (404)', behaviour: echoing(404, wire), kind: 'refused', says: /404/ },
  { title: 'a limit (429)', behaviour: echoing(429, wire, { 'retry-after': '7' }), kind: 'rate-limited', says: /429/, retryAfter: 7 },
  { title: 'a limit that says nothing of waiting', behaviour: echoing(429, wire), kind: 'rate-limited' },
  { title: 'a server in trouble (500)', behaviour: echoing(500, wire), kind: 'unreachable', says: /500/ },
  { title: 'a gateway without its server (502)', behaviour: refusing(502, '<html>Bad Gateway</html>'), kind: 'unreachable', says: /502/ },
  { title: 'a busy server (503)', behaviour: echoing(503, wire, { 'retry-after': '1' }), kind: 'rate-limited', retryAfter: 1 },
  { title: 'a gateway that waited too long (504)', behaviour: refusing(504), kind: 'timeout', says: /504/ },
  { title: 'an error without end', behaviour: endless, kind: 'refused', says: /400: x{300}…/ },
]

const bodies = (wire: ServerWire): Case[] => {
  const { type } = wire
  const text = wire.whole(words).join('')
  return [
    { title: 'an answer that stops in the middle with status 200', behaviour: sending(type, wire.withoutEnd(words)), kind: 'bad-output' },
    { title: 'an answer without a reason for its end', behaviour: sending(type, wire.withoutReason(words)), kind: 'bad-output' },
    {
      title: 'an answer that was cut off by its limit',
      behaviour: sending(type, wire.cutOff(words)),
      kind: 'bad-output',
      says: /max-tokens/,
    },
    { title: 'an empty answer', behaviour: sending(type, wire.empty()), kind: 'bad-output', says: /empty answer/ },
    { title: 'nothing but thoughts', behaviour: sending(type, wire.onlyThoughts(words)), kind: 'bad-output', says: /empty answer/ },
    { title: 'half a line', behaviour: sending(type, [text.slice(0, Math.floor(text.length / 2))]), kind: 'bad-output' },
    { title: 'nothing with status 200', behaviour: sending(type, []), kind: 'bad-output' },
    { title: 'a web page', behaviour: sending('text/html', ['<html><body>It works!</body></html>\n']), kind: 'bad-output' },
    { title: 'a picture', behaviour: sending('image/png', ['\u0089PNG\r\n\u001a\n\u0000']), kind: 'bad-output' },
    { title: 'JSON of another kind', behaviour: sending('application/json', ['{"hello":\n[1]}']), kind: 'bad-output' },
    { title: 'bytes', behaviour: sending(type, ['\u0000\u0001\ufffd{{{[\n', '}\n']), kind: 'bad-output' },
    { title: 'an error with status 200', behaviour: echoing(200, wire), kind: 'unreachable', says: /broke off its answer: no: / },
    { title: 'an error in the middle of the answer', behaviour: sending(type, wire.broken(words)), kind: 'unreachable' },
    { title: 'a connection that drops in the middle', behaviour: dropping(type, wire.said(words)), kind: 'unreachable' },
    { title: 'a connection that drops at once', behaviour: (response) => void response.destroy(), kind: 'unreachable' },
  ]
}

/** Takes a connection and never shakes hands: whoever wants to speak TLS is not connected. */
const startMute = async (): Promise<{ url: string; close(): Promise<void> }> => {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => void sockets.add(socket))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const close = () =>
    new Promise<void>((resolve) => {
      for (const socket of sockets) socket.destroy()
      server.close(() => resolve())
    })
  return { url: `https://127.0.0.1:${(server.address() as AddressInfo).port}`, close }
}

/** What every model behind a server does when the server does not do what it should. */
export const conformsAsRemoteModel = (name: string, wire: ServerWire, create: CreateRemote) => {
  const running: Pick<StandIn, 'close'>[] = []
  afterEach(async () => {
    for (const standIn of running.splice(0)) await standIn.close()
  })
  const start = async (behaviour: Behaviour) => {
    const standIn = await startStandIn(behaviour)
    running.push(standIn)
    return standIn
  }
  const openOn = async (behaviour: Behaviour, timeouts: Partial<Timeouts> = {}) =>
    create((await start(behaviour)).url, { timeouts: { ...unhurried, ...timeouts } })
  const answerOf = async (behaviour: Behaviour, timeouts?: Partial<Timeouts>) => ask(await openOn(behaviour, timeouts))

  conformsAsModel(name, (text, pace) => openOn(sending(wire.type, wire.whole(text), { pauseMs: pace === 'slow' ? 40 : 0 })))

  describe(`${name} and its server`, () => {
    const pieces = wire.whole(words)
    const cases = [...silences(wire), ...refusals(wire), ...bodies(wire)]
    test.each(cases)(
      '$title is a fault, never an answer, in one line without the key',
      async ({ behaviour, kind, says, retryAfter, timeouts }) => {
        const answer = await answerOf(behaviour, timeouts)
        expect(kindOf(answer)).toBe(kind)
        if (!('fault' in answer)) return
        const { message, retryAfter: asked } = answer.fault
        expect(message).toContain('127.0.0.1')
        expect(message).toMatch(says ?? /./)
        expect(message).not.toMatch(/[\n\r]/)
        expect(asked).toBe(retryAfter)
        for (const form of [plantedKey, encodeURIComponent(plantedKey)]) expect(message).not.toContain(form)
      },
    )

    test('thoughts that a server leaves in front of the answer are neither shown nor part of it', async () => {
      const heard: string[] = []
      const model = await openOn(sending(wire.type, wire.whole(`<think>{"command":"plan"} is wrong here</think> ${words}`)))
      expect(await ask(model, { onDelta: (piece) => void heard.push(piece) })).toMatchObject({ reply: { text: words } })
      expect(heard.join('')).toBe(words)
    })

    test('an answer that is nothing but short thoughts, hundreds of thousands of them, is a fault and no defect', async () => {
      const answer = await answerOf(sending(wire.type, wire.whole('<think></think>'.repeat(300_000))))
      expect(kindOf(answer)).toBe('bad-output')
    })

    test.each(endlessAnswers(wire))('%s without end is cut off soon, and the server need not go on', async (_title, first, again) => {
      const closed = Promise.withResolvers<void>()
      let sent = 0
      let heard = 0
      const model = await openOn((response, asked) => {
        response.on('close', () => closed.resolve())
        return sendingForEver(wire.type, first, again, (bytes) => {
          sent += bytes
        })(response, asked)
      })
      const answer = await ask(model, {
        onDelta: (piece) => {
          heard += piece.length
        },
      })
      expect(kindOf(answer)).toBe('bad-output')
      expect('fault' in answer && answer.fault.message).toMatch(/was cut off: .*max-tokens/)
      await closed.promise
      // What is on its way between the two is more than what is read.
      expect(sent).toBeLessThan(64_000_000)
      expect(heard).toBeLessThanOrEqual(16 * createRequest().maxTokens + 65_536)
    })

    test.each([301, 302, 307, 308])('a redirect (%i) is a fault that names its host, which gets neither key nor prompt', async (status) => {
      const other = await start(sending(wire.type, wire.whole(words)))
      const answer = await answerOf(refusing(status, '', { location: `${other.url}/v1/elsewhere` }))
      expect(kindOf(answer)).toBe('refused')
      const said = `answered ${status}, a redirect to ${new URL(other.url).host}: set the base-url to where it is`
      expect('fault' in answer && answer.fault.message).toContain(said)
      expect(other.asked).toEqual([])
    })

    test('tokens are those that the server counted', async () => {
      const answer = await answerOf(sending(wire.type, pieces))
      expect(answer).toMatchObject({ reply: { usage: { input: 42, output: wordsOf(words).length } } })
    })

    test('a refused connection is unreachable', async () => {
      const answer = await ask(create(await unusedUrl(), { timeouts: unhurried }))
      expect(kindOf(answer)).toBe('unreachable')
      expect('fault' in answer && answer.fault.message).toMatch(/is the server running/)
    })

    test('a connection that does not come about in time is unreachable', async () => {
      const mute = await startMute()
      running.push(mute)
      const answer = await ask(create(mute.url, { timeouts: unhurried, fetch: createPatientFetch(100) }))
      expect(kindOf(answer)).toBe('unreachable')
      expect('fault' in answer && answer.fault.message).toMatch(/did not take the connection in time/)
    })

    test('an answer in pieces that break lines and letters apart is read whole', async () => {
      const bytes = Buffer.from(pieces.join(''))
      const chopped: Behaviour = async (response) => {
        response.writeHead(200, { 'content-type': wire.type })
        for (let at = 0; at < bytes.length; at += 61)
          await new Promise<void>((resolve) => response.write(bytes.subarray(at, at + 61), () => setImmediate(resolve)))
        response.end()
      }
      expect(await answerOf(chopped)).toMatchObject({ reply: { text: words } })
    })

    test('an answer that comes more slowly than the time limit, but steadily, is waited for', async () => {
      const answer = await answerOf(sending(wire.type, pieces, { pauseMs: 60 }), { firstMs: 400, idleMs: 400 })
      expect(answer).toMatchObject({ reply: { text: words } })
    })

    const works: [string, Behaviour][] = [
      ['before it began to answer', silent],
      ['in the middle of its answer', sending(wire.type, wire.said(words), { stays: true })],
    ]
    test.each(works)('an aborted call stops the work of the server %s', async (_title, behaviour) => {
      const closed = Promise.withResolvers<void>()
      const stop = new AbortController()
      const model = await openOn((response, asked) => {
        response.on('close', () => closed.resolve())
        setTimeout(() => stop.abort(), 50)
        return behaviour(response, asked)
      })
      expect(kindOf(await ask(model, { signal: stop.signal }))).toBe('cancelled')
      await closed.promise
    })

    test('a call that was given up for its time stops the work of the server as well', async () => {
      const closed = Promise.withResolvers<void>()
      const model = await openOn(
        (response) => {
          response.on('close', () => closed.resolve())
        },
        { firstMs: 50 },
      )
      expect(kindOf(await ask(model))).toBe('timeout')
      await closed.promise
    })
  })
}
