import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { gal } from '../support/gal.ts'
import { temporary } from '../support/temporary.ts'
import { godot, imported, readReport, why } from './godot.ts'

/** The real Godot without a window, which tells a file what it shows and ends with the run. */
const withoutWindow = (home: string): { program: string; report: string } => {
  const program = join(home, 'godot-headless')
  const report = join(home, 'report.jsonl')
  const script = `#!/bin/sh
case "$*" in *" -- "*) exec "${godot?.path}" --headless "$@" --lab-report="${report}" --quit-at-end --speed=16 --at=500;; esac
exec "${godot?.path}" "$@"
`
  writeFileSync(program, script, { mode: 0o755 })
  return { program, report }
}

describe.skipIf(!godot)(`gal view with a real Godot${why}`, () => {
  beforeAll(imported, 200_000)

  test(
    'the last run is shown from a server of its own, which asks for the token that the viewer is told',
    { timeout: 120_000 },
    async () => {
      const cwd = temporary()
      const topic = 'Does label smoothing help a small classifier?'
      await gal(['run', topic, '--model', 'rehearsal', '--plain', '--no-serve'], { cwd })
      const { program, report } = withoutWindow(cwd)
      const env = { GODOT: program, DISPLAY: ':none', XDG_DATA_HOME: join(cwd, 'data'), GAL_TOKEN: 'a-long-secret' }
      const ended = await gal(['view', '--set', 'port=1'], { cwd, env, killAfter: 100_000 })
      expect([ended.status, ended.err]).toEqual([0, expect.stringContaining('Opening the viewer')])
      const lines = readReport(report)
      expect(lines.filter(({ line }) => line === 'link').map(({ state }) => state)).toContain('OPEN')
      const end = lines.find(({ line }) => line === 'end')
      expect((end?.state as { outcome?: unknown } | undefined)?.outcome).toEqual({ kind: 'complete' })
    },
  )

  test('the bundled record is played without a server', { timeout: 120_000 }, async () => {
    const cwd = temporary()
    const { program, report } = withoutWindow(cwd)
    const env = { GODOT: program, DISPLAY: ':none', XDG_DATA_HOME: join(cwd, 'data') }
    const ended = await gal(['view', '--example'], { cwd, env, killAfter: 100_000 })
    expect([ended.status, ended.err]).toEqual([0, expect.stringContaining('example')])
    const lines = readReport(report)
    expect(lines.filter(({ line }) => line === 'link').map(({ state }) => state)).not.toContain('OPEN')
    expect(lines.some(({ line }) => line === 'end')).toBe(true)
  })
})
