import { expect, test } from 'vitest'
import { plan } from '../agents/commands/plan.ts'
import type { LabEvent } from '../core/events/index.ts'
import type { Facts } from '../core/facts.ts'
import type { Request } from '../models/model.ts'
import { mostTokens } from './fit-text.ts'
import { simpleCast } from './testing/simple-cast.ts'
import { driveTestLab, run } from './testing/test-lab.ts'

const eventsIn = ({ log }: Awaited<ReturnType<typeof driveTestLab>>): LabEvent[] => [...log.read(run, 0)].map(({ event }) => event)
const longPlan = 'We compare three arms on the same seeds, and measure accuracy on held-out data.\n\n'.repeat(200)
const wordy = (facts: Facts) =>
  facts.phase === 'plan-formulation' && facts.ask === 'lead'
    ? JSON.stringify({ ...plan.example, command: 'plan', text: longPlan })
    : simpleCast(facts)

test.each([4096, 8192])('every request fits a model that holds %d tokens, and what was left out is on the record', async (context) => {
  const driven = await driveTestLab({ context, cast: wordy })
  expect(driven.result).toEqual({ ended: { kind: 'complete' } })
  for (const { messages, maxTokens, turn } of driven.asked) {
    const size = messages.reduce((sum, { text }) => sum + mostTokens(text), 0)
    expect(size + maxTokens, turn).toBeLessThanOrEqual(context)
  }
  const cuts = eventsIn(driven).flatMap((event) => (event.type === 'turn-start' && event.cut ? [event] : []))
  expect(cuts[0]?.cut).toEqual([expect.stringMatching(/^plan: \d+ paragraphs$/)])
  expect(cuts[0]?.told).toContain('left out here: the model has no room for them')
})

test('a model with room is told everything', async () => {
  const driven = await driveTestLab({ cast: wordy })
  expect(eventsIn(driven).filter((event) => event.type === 'turn-start' && event.cut)).toEqual([])
})

test('a prompt that the server finds too long is told in short, and asked again', async () => {
  let refused = 0
  const cast = (facts: Facts, { messages }: Request) => {
    const long = messages.reduce((sum, { text }) => sum + text.length, 0) > 10_000
    if (facts.phase !== 'literature-review' || !long) return simpleCast(facts)
    refused++
    return { kind: 'limit' as const, message: 'the input length exceeds the context length' }
  }
  const driven = await driveTestLab({ context: 16_384, cast, phaseSettings: { 'literature-review': { papers: 12 } } })
  expect(refused).toBeGreaterThan(0)
  expect(driven.result).toHaveProperty('ended')
  expect(eventsIn(driven).some(({ type }) => type === 'turns-condense')).toBe(true)
})

test('papers that a role has not been shown, or not since its older turns were told in short, are named to it', async () => {
  const { asked } = await driveTestLab({ context: 4096 })
  for (const { schema, messages, turn } of asked) {
    const ids = [...JSON.stringify(schema).matchAll(/"(bundled:[^"]+)"/g)].map((match) => match[1] ?? '')
    const view = messages.map(({ text }) => text).join('\n')
    expect(
      ids.filter((id) => !view.includes(id)),
      turn,
    ).toEqual([])
  }
})
