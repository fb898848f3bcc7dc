import { expect, test } from 'vitest'
import { briefFlags } from './support/brief.ts'
import { gal, startGal, until } from './support/gal.ts'
import { temporary } from './support/temporary.ts'

test('a second process follows a run that another drives, to its end', async () => {
  const cwd = temporary()
  const driver = startGal(['run', 'k in nearest neighbours', '--model', 'rehearsal', '--no-serve', '--plain', ...briefFlags], { cwd })
  await until(async () => (await gal(['runs', '--json'], { cwd })).out.trim() !== '[]', 20_000)
  const { status, out } = await gal(['watch', 'latest', '--json'], { cwd })
  const seqs = out
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { seq: number }).seq)
  expect(seqs).toEqual(seqs.map((_seq, place) => place + 1))
  expect(out).toContain('"run-end"')
  expect(status).toBe(0)
  driver.kill('SIGKILL')
}, 60_000)

test('watching a run that nobody drives waits for whoever takes it up, until Ctrl-C', async () => {
  const cwd = temporary()
  const held = ['--set', 'gates.literature-review=ask', '--set', 'people.wait-seconds=0']
  expect((await gal(['run', 'k in nearest neighbours', '--model', 'rehearsal', '--no-serve', '--plain', ...held], { cwd })).status).toBe(5)
  const { status, err } = await gal(['watch', 'latest', '--plain'], { cwd, signalAfter: { ms: 2500, signal: 'SIGINT' } })
  expect(err).not.toMatch(/await/)
  expect([0, 130]).toContain(status)
}, 60_000)
