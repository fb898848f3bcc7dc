import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { keptFolder } from '../support/temporary.ts'
import { errorsIn, godot, imported, startGodot, why } from './godot.ts'

/** Every GDScript test ends before this, in ms. */
const longest = 400_000

const run = async (script: string, engine: readonly string[] = []) => {
  const viewer = startGodot([...engine, '--script', script], keptFolder())
  onTestFinished(viewer.kill)
  const timer = setTimeout(viewer.kill, longest)
  const status = await viewer.ended
  clearTimeout(timer)
  return { status, said: viewer.said() }
}

/** The tests that failed, each with what it said. */
const failuresIn = (said: string): string[] =>
  said
    .split(/^(?=not ok |ok {5}|\d+ passed)/m)
    .filter((part) => part.startsWith('not ok '))
    .map((part) => part.trim())

/** What the engine still held when it ended: something that nobody freed. */
const leaksIn = (said: string): string[] => said.split('\n').filter((line) => /leaked|still in use/.test(line))

const counts = (said: string) => /^(\d+) passed, (\d+) failed$/m.exec(said)?.slice(1).map(Number)

describe.skipIf(!godot)(`the Godot viewer's own tests${why}`, () => {
  beforeAll(imported, 200_000)

  test('every script and scene loads, with every warning an error', { timeout: 120_000 }, async () => {
    const { status, said } = await run('res://tests/lint.gd')
    expect(said.split('\n').filter((line) => line.startsWith('does not load'))).toEqual([])
    expect(errorsIn(said)).toEqual([])
    expect([status, counts(said)?.[1]]).toEqual([0, 0])
  })

  test('every GDScript test passes, and the engine complains of nothing that was not expected', { timeout: longest }, async () => {
    const { status, said } = await run('res://tests/run_tests.gd', ['--fixed-fps', '60'])
    expect(failuresIn(said)).toEqual([])
    const [passed = 0, failed] = counts(said) ?? []
    expect([status, failed], said.slice(-2000)).toEqual([0, 0])
    expect(leaksIn(said)).toEqual([])
    expect(passed).toBeGreaterThan(100)
    process.stdout.write(`GDScript: ${passed} passed\n`)
  })
})
