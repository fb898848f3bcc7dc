import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createLab, createMachine, GalError, loadConfig, resume, run, tail } from '../src/api/index.ts'
import { briefSets } from './support/brief.ts'
import { temporary } from './support/temporary.ts'

const interrupt = new AbortController().signal
const open = (runs: string, ...sets: string[]) => {
  const { config } = loadConfig({ sets: ['model=rehearsal', 'port=0', ...sets], flags: { runs } })
  return createLab({ config, machine: createMachine({ PATH: process.env.PATH }) })
}

test('a program can run a lab, follow it while it works, stop it and go on', async () => {
  const folder = temporary()
  const lab = open(folder, ...briefSets)
  const seen: number[] = []
  let stopped = false
  const first = await run(lab, 'k in nearest neighbours', {
    interrupt,
    onStored({ run: name, event }) {
      if (stopped || event.type !== 'phase-end') return
      stopped = true
      lab.tell(name, { type: 'stop-ask', by: 'a program' })
    },
  })
  expect(first).toMatchObject({ halted: { cause: 'stop', why: 'stopped by a program' } })
  const following = (async () => {
    for await (const { seq } of tail(lab, 'latest', { signal: interrupt })) seen.push(seq)
  })()
  const second = await resume(lab, 'latest', { interrupt })
  await following
  expect(second).toEqual({ run: first.run, ended: { kind: 'complete' } })
  expect(seen).toEqual(seen.map((_seq, place) => place + 1))
  expect(readFileSync(join(lab.folder(first.run), 'report', 'report.md'), 'utf8')).toContain('k in nearest neighbours')
  expect(lab.runs()).toEqual([expect.objectContaining({ run: first.run, status: 'ended', driver: null })])
  lab.close()
}, 60_000)

test('what cannot be begun leaves nothing, and says why', () => {
  const lab = open(temporary(), 'model=olama:x')
  expect(() => lab.begin('a topic')).toThrow(GalError)
  expect(() => lab.begin(' ')).toThrow(/topic/)
  expect(lab.runs()).toEqual([])
  lab.close()
})
