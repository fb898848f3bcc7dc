import { afterEach, describe, expect, test } from 'vitest'
import type { Answer, Model } from './model.ts'
import { createRequest } from './stand-in/request.ts'
import { type Behaviour, dropping, type StandIn, sending, silent, startStandIn, unusedUrl } from './stand-in/server.ts'
import type { Timeouts } from './watchdog.ts'

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

/** How a server streams a text, well and badly. */
type ServerWire = {
  type: string
  said(text: string): string[]
  whole(text: string): string[]
  cutOff(text: string): string[]
  withoutReason(text: string): string[]
  withoutEnd(text: string): string[]
  broken(text: string): string[]
  empty(): string[]
}

/** What every model behind a server does when the server does not do what it should. */
export const conformsAsRemoteModel = (name: string, wire: ServerWire, create: (url: string, timeouts: Timeouts) => Model) => {
  const running: StandIn[] = []
  afterEach(async () => {
    for (const standIn of running.splice(0)) await standIn.close()
  })
  const start = async (behaviour: Behaviour) => {
    const standIn = await startStandIn(behaviour)
    running.push(standIn)
    return standIn
  }
  const unhurried = { firstMs: 20_000, idleMs: 20_000 }
  const openOn = async (behaviour: Behaviour, timeouts = unhurried) => create((await start(behaviour)).url, timeouts)
  const answerOf = async (behaviour: Behaviour, timeouts = unhurried) => ask(await openOn(behaviour, timeouts))

  conformsAsModel(name, (text, pace) => openOn(sending(wire.type, wire.whole(text), { pauseMs: pace === 'slow' ? 40 : 0 })))

  describe(`${name} and its server`, () => {
    const pieces = wire.whole(words)
    const bad: [string, Behaviour, string, Timeouts?][] = [
      ['a server that never answers', silent, 'timeout', { firstMs: 100, idleMs: 20_000 }],
      ['a server that falls silent', sending(wire.type, wire.said(words), { stays: true }), 'timeout', { firstMs: 20_000, idleMs: 100 }],
      ['an answer that stops in the middle with status 200', sending(wire.type, wire.withoutEnd(words)), 'bad-output'],
      ['an answer without a reason for its end', sending(wire.type, wire.withoutReason(words)), 'bad-output'],
      ['an answer that was cut off by its limit', sending(wire.type, wire.cutOff(words)), 'bad-output'],
      ['an empty answer', sending(wire.type, wire.empty()), 'bad-output'],
      ['half a line', sending(wire.type, [pieces.join('').slice(0, -200)]), 'bad-output'],
      ['nothing with status 200', sending(wire.type, []), 'bad-output'],
      ['a web page', sending('text/html', ['<html><body>It works!</body></html>\n']), 'bad-output'],
      ['bytes', sending(wire.type, ['\u0000\u0001\ufffd{{{[\n', '}\n']), 'bad-output'],
      ['an error in the middle of the answer', sending(wire.type, wire.broken(words)), 'unreachable'],
      ['a connection that drops in the middle', dropping(wire.type, wire.said(words)), 'unreachable'],
    ]
    test.each(bad)('%s is a fault and never an answer', async (_title, behaviour, kind, timeouts) => {
      const answer = await answerOf(behaviour, timeouts)
      expect(kindOf(answer)).toBe(kind)
      expect('fault' in answer && answer.fault.message).toContain('127.0.0.1')
    })

    test('a refused connection is unreachable', async () => {
      const answer = await ask(create(await unusedUrl(), unhurried))
      expect(kindOf(answer)).toBe('unreachable')
      expect('fault' in answer && answer.fault.message).toMatch(/is the server running/)
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

    test('nothing of a call outlives it: the server sees its connection close when the call is aborted', async () => {
      const closed = Promise.withResolvers<void>()
      const stop = new AbortController()
      const model = await openOn((response) => {
        response.on('close', () => closed.resolve())
        stop.abort()
      })
      expect(kindOf(await ask(model, { signal: stop.signal }))).toBe('cancelled')
      await closed.promise
    })
  })
}
