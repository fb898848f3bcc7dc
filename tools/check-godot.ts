import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { findGodot, howToGetGodot } from '../src/cli/godot/find-godot.ts'
import { importProject, isImported } from '../src/cli/godot/viewer-project.ts'
import { project } from './godot/here.ts'

// Form and style of the viewer's GDScript, and whether every script and scene loads: node tools/check-godot.ts
// What is missing on this machine is left out and named; GAL_REQUIRE=all counts it as a failure.

const pinned = 'gdtoolkit==4.5.0'
const ownTools = join(import.meta.dirname, '../.tools/gdtoolkit/bin')
const missing: string[] = []
const failed: string[] = []

const run = (title: string, command: string, args: readonly string[]): void => {
  const { error, status, stdout, stderr } = spawnSync(command, args, { cwd: project, encoding: 'utf8', timeout: 300_000 })
  if (error) return void missing.push(`${title}: pip install ${pinned}`)
  if (status !== 0) failed.push(title)
  const said = `${stdout}${stderr}`.trim().split('\n')
  console.log(status === 0 ? `${title}: ok` : [`${title}:`, ...said].join('\n'))
}

/** One of the project's own first: .ci/run puts it there. */
const tool = (name: string): string => (existsSync(join(ownTools, name)) ? join(ownTools, name) : name)

run('gdformat', tool('gdformat'), ['--check', '.'])
run('gdlint', tool('gdlint'), ['.'])
const godot = await findGodot(process.env)
if ('problem' in godot) missing.push(`loading: ${godot.problem}; ${howToGetGodot}`)
else {
  if (!isImported(project, godot)) await importProject(godot, project, process.env)
  run('loading', godot.path, ['--headless', '--path', project, '--script', 'res://tests/lint.gd'])
}
for (const line of missing) console.log(`left out: ${line}`)
if (failed.length > 0 || (process.env.GAL_REQUIRE === 'all' && missing.length > 0)) process.exitCode = 1
