import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { chooseGguf } from '../auto.ts'
import { findPackage, importAlsoFrom } from '../load-package.ts'
import type { Model } from '../model.ts'
import { openModel } from '../open-model.ts'
import { createScripted } from '../scripted.ts'
import { modelsSettings } from '../settings.ts'
import { createRequest } from '../stand-in/request.ts'
import { listGguf } from './gguf-files.ts'

const cacheFolder = join(homedir(), '.cache/gal')
const weights = process.env.GAL_GGUF ?? chooseGguf(listGguf(join(cacheFolder, 'models')), process.availableMemory())?.path
const importPackage = importAlsoFrom(process.env.GAL_PACKAGES ?? join(cacheFolder, 'packages'))
// The test runner has an error of its own for an optional peer that is missing.
const found = await findPackage('node-llama-cpp', importPackage).catch(() => undefined)
const ready = found !== undefined && weights !== undefined && existsSync(weights)
const never = new AbortController().signal

describe.skipIf(!ready)(
  `real weights in this process (gal setup llama; gal models pull https://…/x.gguf, or GAL_GGUF; packages also from GAL_PACKAGES)`,
  () => {
    let model: Model
    beforeAll(async () => {
      const settings = modelsSettings.parse({ llama: { context: 2048, concurrency: 2 } })
      const createRehearsal = () => createScripted([])
      const opened = await openModel(`llama:${weights}`, settings, () => undefined, {
        createRehearsal,
        signal: never,
        random: () => 0,
        importPackage,
      })
      model = opened.model
    })
    const ask = (more = {}, signal = never, onDelta: (text: string) => void = () => undefined) =>
      model.generate(createRequest({ maxTokens: 200, ...more }), signal, onDelta)
    const endless = {
      maxTokens: 1500,
      schema: { type: 'array', items: { type: 'string', maxLength: 20 }, minItems: 400 },
      messages: [{ from: 'lab' as const, text: 'List four hundred words as a JSON array.' }],
    }

    test('answers in the form of the schema, in pieces, and counts', async () => {
      const pieces: string[] = []
      const answer = await ask({}, never, (piece) => void pieces.push(piece))
      if (!('reply' in answer)) throw new Error(answer.fault.message)
      expect(JSON.parse(answer.reply.text)).toMatchObject({ command: 'dialogue', text: expect.any(String) })
      expect(pieces.join('')).toBe(answer.reply.text)
      expect(pieces.length).toBeGreaterThan(1)
      expect(answer.reply.usage.input).toBeGreaterThan(10)
      expect(answer.reply.usage.output).toBeGreaterThan(3)
    })

    test('keeps to a choice of commands, to ids and to a range of numbers', async () => {
      const one = { type: 'object', properties: { command: { const: 'add' }, id: { enum: ['k7', 'q9'] } }, additionalProperties: false }
      const two = { type: 'object', properties: { command: { const: 'score' }, score: { type: 'integer', minimum: 3, maximum: 5 } } }
      for (const temperature of [0, 1]) {
        const answer = await ask({ schema: { anyOf: [one, two] }, temperature })
        if (!('reply' in answer)) throw new Error(answer.fault.message)
        const said = JSON.parse(answer.reply.text)
        expect(said.command === 'add' ? ['k7', 'q9'].includes(said.id) : [3, 4, 5].includes(said.score)).toBe(true)
      }
    })

    test('an aborted call leaves the other one alone, and stops the work', async () => {
      const stop = new AbortController()
      const aborted = ask(endless, stop.signal, () => stop.abort())
      const other = ask({ role: 'professor' })
      expect(await aborted).toMatchObject({ fault: { kind: 'cancelled' } })
      expect(await other).toHaveProperty('reply')
      const { user } = process.cpuUsage()
      await new Promise((resolve) => setTimeout(resolve, 1500))
      expect((process.cpuUsage().user - user) / 1000).toBeLessThan(500)
    })

    test('aborted while it reads, it stops soon', async () => {
      const stop = new AbortController()
      setTimeout(() => stop.abort(), 300)
      const messages = [{ from: 'lab' as const, text: `Read this: ${'alpha beta gamma '.repeat(400)}` }]
      expect(await ask({ messages, role: 'reviewer' }, stop.signal)).toMatchObject({ fault: { kind: 'cancelled' } })
      const begin = performance.now()
      expect(await ask({ role: 'reviewer' })).toHaveProperty('reply')
      expect(performance.now() - begin).toBeLessThan(60_000)
    })

    test('an answer longer than its limit is bad output, and a prompt longer than the context a limit', async () => {
      expect(await ask({ ...endless, maxTokens: 16 })).toMatchObject({ fault: { kind: 'bad-output' } })
      const messages = [{ from: 'lab' as const, text: 'word '.repeat(6000) }]
      expect(await ask({ messages })).toMatchObject({ fault: { kind: 'limit' } })
    })

    test('asked without a schema it gives words', async () => {
      const pieces: string[] = []
      const messages = [{ from: 'lab' as const, text: 'Say hello in five words.' }]
      await ask({ schema: {}, messages }, never, (piece) => void pieces.push(piece))
      expect(pieces.join('')).toMatch(/^\s*\w/)
    })

    test('the event loop goes on while it generates', async () => {
      const begin = performance.now()
      let [last, longest] = [begin, 0]
      const timer = setInterval(() => {
        longest = Math.max(longest, performance.now() - last)
        last = performance.now()
      }, 10)
      await ask({ ...endless, maxTokens: 100 })
      clearInterval(timer)
      expect(longest).toBeLessThan(1000)
    })
  },
)
