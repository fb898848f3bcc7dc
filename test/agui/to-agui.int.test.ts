import { describe, expect, test } from 'vitest'
import type { AgUiEvent } from '../../src/transport/agui/translate/event.ts'
import { brief } from '../support/brief.ts'
import { logLeftBy, versions } from './left-behind.ts'
import { askedAndPaused, faulty, rehearsal, stopped } from './recordings.ts'
import { type Recorded, recorded, stretches } from './stretches.ts'
import { refusalOf } from './verified.ts'

/** How each stream of a log ended, after the client of AG-UI has taken all of them. */
const endings = async (record: Recorded): Promise<string[]> => {
  const streams = stretches(record)
  for (const events of streams) expect(await refusalOf(events)).toBeUndefined()
  return streams.map((events) => wordFor(events.at(-1)))
}

const wordFor = (event: AgUiEvent | undefined): string => {
  if (event?.type === 'RUN_FINISHED') return event.outcome?.type ?? 'no outcome'
  return event?.type === 'RUN_ERROR' ? `${event.code}` : `${event?.type}`
}

describe('the client of AG-UI takes every stream of', () => {
  test.each([
    ['Does label smoothing help a small classifier?', 1, {}],
    ['Does dropout help when data are few?', 7, brief],
  ])('a rehearsal: %s', async (topic, seed, phases) => {
    expect(await endings(await rehearsal(topic, seed, phases))).toEqual(['success'])
  })

  test('a run that asked, was answered, paused and resumed', async () => {
    const all = await endings(await askedAndPaused())
    expect(new Set(all)).toEqual(new Set(['interrupt', 'cancelled', 'success']))
    expect(all.at(-1)).toBe('success')
  })

  test('a run that was stopped', async () => {
    expect((await endings(await stopped())).at(-1)).toBe('cancelled')
  })

  test('a run whose model broke off and gave answers that were no commands', async () => {
    expect(await endings(await faulty())).toEqual(['fault', 'success'])
  })

  test.each(versions)('the runs that gal %s left', async (version) => {
    const log = logLeftBy(version)
    for (const { run } of log.runs()) expect((await endings(recorded(log, run))).length).toBeGreaterThan(0)
    expect(log.runs().length).toBeGreaterThan(0)
    log.close()
  })
})
