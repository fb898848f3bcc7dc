import { spawnSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createLab, createMachine, loadConfig } from '../../src/api/index.ts'
import { temporary } from '../support/temporary.ts'
import { replayingFetch, unpackCassette } from './cassette.ts'

const sandboxed = spawnSync('bwrap', ['--ro-bind', '/', '/', 'true']).status === 0
const file = join(import.meta.dirname, 'fixtures/smollm2.json.gz')
const cassette = unpackCassette(readFileSync(file))
const again = 'record it again: node bench/models/whole-lab.ts --model smollm2 --cassette test/real/fixtures/smollm2.json.gz'

/** A new key of the configuration changes its hash, and nothing else of a report. */
const withoutHash = (report: string): string => report.replace(/hash of the configuration `[0-9a-f]+`/, 'hash of the configuration')

/** The whole lab on the recorded answers: everything of it is real but the model. */
const replay = async () => {
  const { topic, model, sets } = cassette
  const replayed = replayingFetch(cassette)
  const { config } = loadConfig({ flags: { model, runs: temporary() }, sets })
  const lab = createLab({ config, machine: { ...createMachine({ PATH: process.env.PATH }), fetch: replayed.fetch } })
  try {
    const run = lab.begin(topic)
    const result = await lab.drive(run, { interrupt: new AbortController().signal })
    const events = [...lab.log.read(run, 0)].map(({ event }) => event)
    return { result, events, state: lab.state(run), report: readFileSync(join(lab.folder(run), 'report/report.md'), 'utf8'), replayed }
  } finally {
    lab.close()
  }
}

describe.skipIf(!sandboxed)(
  'a whole lab of SmolLM2-135M, replayed from its recorded answers (needs bubblewrap: apt-get install bubblewrap)',
  () => {
    test('comes to the same named outcome and the same report', async () => {
      const { result, report, replayed } = await replay()
      expect(replayed.reworded(), `prompts are worded otherwise than when this was recorded; ${again}`).toBe(0)
      expect(result).toEqual({ ended: cassette.outcome })
      expect(replayed.left()).toBe(0)
      expect(withoutHash(report)).toBe(withoutHash(cassette.report))
    }, 120_000)
  },
)

test('the recording is smaller than a mebibyte', () => {
  expect(statSync(file).size).toBeLessThan(2 ** 20)
})
