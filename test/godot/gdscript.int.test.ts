import { describe, expect, test } from 'vitest'
import { runGodot } from '../../src/cli/godot/run-godot.ts'
import { godot, imported, project, why } from './godot.ts'

/** Runs a script of the project without a window; what it said, and how it ended. */
const script = async (name: string, before: readonly string[] = []) => {
  await imported()
  const args = ['--headless', ...before, '--path', project, '--script', `res://tests/${name}.gd`]
  return runGodot(godot?.path ?? '', args, { env: process.env, seconds: 400 })
}

describe.skipIf(!godot)(`the viewer in Godot${why}`, () => {
  test('every script and scene loads; a warning is an error', async () => {
    const { output, exitCode } = await script('lint')
    expect(output.split('\n').filter((line) => line.startsWith('does not load'))).toEqual([])
    expect(exitCode).toBe(0)
  })

  test('every test in GDScript passes', { timeout: 420_000, retry: 0 }, async () => {
    const { output, exitCode } = await script('run_tests')
    const lines = output.split('\n')
    const wrong = lines.filter((line, at) => line.startsWith('not ok') || (line.startsWith('  ') && lines[at - 1]?.startsWith('not ok')))
    expect(wrong).toEqual([])
    expect(output).toMatch(/^[1-9]\d* passed, 0 failed$/m)
    expect(exitCode).toBe(0)
  })
})
