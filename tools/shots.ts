import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runGodot } from '../src/cli/godot/run-godot.ts'
import { gal, root } from '../test/support/gal.ts'
import { project, windowedHere } from './godot/here.ts'

// Pictures of everything that the viewer can show, into /shots: node tools/shots.ts [part of a name]
// What is taken stands in godot/tests/shots/shot_list.gd; sheet.png has all of them.

const [only = ''] = process.argv.slice(2)
const topic = 'Does label smoothing help a small classifier when a fifth of the labels are wrong?'

/** A record in which people were asked, said something and answered; so there are moments that a rehearsal alone has not. */
const recordIn = async (cwd: string): Promise<string> => {
  const begin = ['run', topic, '--model', 'rehearsal', '--plain', '--no-serve']
  const gates = ['--set', 'gates.plan-formulation=ask', '--set', 'people.wait-seconds=0']
  await gal([...begin, ...gates], { cwd })
  await gal(['note', 'latest', 'Mind the noise: a fifth of the labels is a lot.'], { cwd })
  // The reviewers send the lab back once, so it is asked twice.
  for (const attempt of [1, 2]) {
    await gal(['answer', 'latest', `gate.plan-formulation.${attempt}`, 'go on'], { cwd })
    await gal(['resume', 'latest', '--plain', '--no-serve'], { cwd })
  }
  const file = join(cwd, 'record.jsonl')
  const { status, err } = await gal(['export', 'latest', '--format', 'jsonl', '-o', file], { cwd })
  if (status !== 0) throw new Error(err)
  return file
}

const godot = await windowedHere()
const out = join(root, 'shots')
const folder = mkdtempSync(join(tmpdir(), 'gal-shots-'))
try {
  const record = await recordIn(folder)
  // A part is taken anew beside the rest.
  if (only === '') rmSync(out, { recursive: true, force: true })
  mkdirSync(out, { recursive: true })
  // A screen that holds the largest window, and a home of its own: nobody's settings are seen or changed.
  const env = { ...process.env, SIZE: '1920x1080', XDG_DATA_HOME: join(folder, 'data') }
  const args = ['--path', project, 'res://tests/shots/shots.tscn', '--', `--replay=${record}`, `--out=${out}`, `--only=${only}`]
  const end = await runGodot(godot.windowed, args, { env, seconds: 600 })
  // What Godot still holds in its statics when it ends is no trouble of a picture.
  const troubles = end.output.split('\n').filter((line) => line.includes('ERROR') && !line.includes('at exit'))
  if (troubles.length > 0) console.error(troubles.slice(0, 20).join('\n'))
  const count = readdirSync(out).length
  console.log(`shots: ${count} files in ${out}, ${end.seconds.toFixed(0)} s`)
  if (end.exitCode !== 0 || troubles.length > 0) process.exitCode = 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
