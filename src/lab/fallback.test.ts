import { expect, test } from 'vitest'
import type { Facts } from '../core/facts.ts'
import { simpleCast } from './testing/simple-cast.ts'
import { driveTestLab, run } from './testing/test-lab.ts'

const silentIn = (ask: string) => (facts: Facts) => (facts.ask.split(':')[0] === ask ? 'I would rather not.' : simpleCast(facts))
const chosenBy = ({ log }: Awaited<ReturnType<typeof driveTestLab>>) =>
  [...log.read(run, 0)].flatMap(({ event }) => (event.type === 'turn-end' && event.fallback ? [event.command] : []))

test('sections that nobody wrote are put together from the record, cite the review alone, and leave the phase partial', async () => {
  const driven = await driveTestLab({ cast: silentIn('section') })
  expect(driven.result).toMatchObject({
    ended: { kind: 'partial', why: expect.stringContaining('these sections were put together by the lab: introduction') },
  })
  expect(new Set(chosenBy(driven))).toEqual(new Set(['write-section']))
  const texts = [...driven.log.read(run, 0)].flatMap(({ event }) => (event.type === 'section-write' ? [event.text] : []))
  expect(texts.find((text) => typeof text === 'string' && text.includes('accuracy / smoothing=0 / test: mean'))).toContain(
    'The lab put this section together',
  )
})

test('a review that nobody handed in has the lowest marks, says that nobody judged, and does not count as handed in', async () => {
  const driven = await driveTestLab({ cast: silentIn('review') })
  expect(driven.result).toMatchObject({ ended: { kind: 'partial', why: expect.stringContaining('0 of 3 reviews were handed in') } })
  const reviews = [...driven.log.read(run, 0)].flatMap(({ event }) => (event.type === 'review-give' ? [event.form] : []))
  expect(reviews[0]).toMatchObject({ overall: 1, decision: 'reject', summary: expect.stringContaining('No reviewer judged this') })
})

test('programs that nobody wrote measure nothing, so the run fails as named', async () => {
  const run = async () => ({ exitCode: 0, signal: null, output: '', metrics: [], files: [], seconds: 0, sandbox: 'limits' as const })
  const driven = await driveTestLab({ cast: silentIn('draft'), sandbox: { run } })
  expect(driven.result).toMatchObject({
    ended: { kind: 'failed', why: expect.stringContaining('no program ran without an error and measured') },
  })
  expect(chosenBy(driven)).toContain('write-program')
})

test('a program that was written beside the form is taken', async () => {
  const code = "import { metric } from './lab.mjs' // written in a fence"
  const cast = (facts: Facts) => (facts.ask === 'draft' ? `Here it is:\n\`\`\`js\n${code}\n\`\`\`\n` : simpleCast(facts))
  const { result, log } = await driveTestLab({ cast })
  expect(result).toEqual({ ended: { kind: 'complete' } })
  expect([...log.read(run, 0)].some(({ event }) => event.type === 'program-start' && event.code === code)).toBe(true)
})
