import { beforeAll, describe, expect, test } from 'vitest'
import type { LabEvent } from '../../src/core/events/index.ts'
import { gal } from '../support/gal.ts'
import { keptFolder } from '../support/temporary.ts'
import { storeRun, writeCraftedRun } from './crafted-run.ts'
import { all } from './payloads.ts'

/** Characters that do something to a terminal, or turn what stands beside them around; a line feed is all that a text needs. */
const raw = /[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069\u2028\u2029]/u

const found = (text: string): string | undefined => {
  const at = text.search(raw)
  return at < 0 ? undefined : JSON.stringify(text.slice(Math.max(0, at - 60), at + 40))
}

const runs = keptFolder()
beforeAll(() => {
  writeCraftedRun(runs, 'crafted')
  const start = { type: 'run-start', topic: all, seed: 1, language: 'en', version: all, config: {}, configHash: all, changed: [all] }
  const outcome = { kind: 'failed', why: all } as const
  const events: LabEvent[] = [
    { type: 'model-choose', model: all, why: all },
    { type: 'phase-start', phase: 'plan-formulation', attempt: 1 },
    { type: 'question-ask', id: 'q', text: all, options: [all], blocks: true },
    { type: 'phase-end', phase: 'plan-formulation', attempt: 1, outcome, next: 'data-preparation' },
    { type: 'run-end', outcome },
  ]
  storeRun(runs, 'failed', { start, events })
})

const shown = async (args: readonly string[]) => {
  const { out, err } = await gal([...args, '--runs', runs], { cwd: runs })
  expect((out + err).length).toBeGreaterThan(20)
  return [found(out), found(err)]
}

describe('what a terminal is shown of words that mean harm', () => {
  test.each([
    [['runs']],
    [['watch', 'crafted', '--plain']],
    [['watch', 'failed', '--plain']],
    [['replay', 'crafted', '--plain', '--speed', '1000000']],
    [['show', 'crafted']],
    [['show', 'crafted', '--events']],
    [['check', 'crafted']],
    [['pause', 'crafted']],
    [['answer', 'crafted', 'q1', all]],
    [['note', 'crafted', all]],
    [['show', '\u001b[31mnowhere\u009b2J']],
  ])('gal %j prints no control characters', async (args) => {
    expect(await shown(args)).toEqual([undefined, undefined])
  })

  test.each([
    [['show', 'failed']],
    [['show', 'failed', '--event', '2']],
    [['show', 'failed', '--json']],
    [['runs', '--json']],
    [['watch', 'failed', '--json']],
  ])('gal %j prints no control characters', async (args) => {
    expect(await shown(args)).toEqual([undefined, undefined])
  })
})
