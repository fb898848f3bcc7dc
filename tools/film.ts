import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { runGodot } from '../src/cli/godot/run-godot.ts'
import { animatedWebp } from './godot/animated-webp.ts'
import { project, windowedHere } from './godot/here.ts'

// Films the bundled record, for the README: node tools/film.ts [--out FILE.webp] [--seconds 20] [--speed 16] [--width 720].
// Godot draws each frame in its own time, so the film is the same on every machine.

const { values } = parseArgs({
  options: {
    out: { type: 'string', default: join(import.meta.dirname, '../docs/pictures/godot.webp') },
    seconds: { type: 'string', default: '20' },
    speed: { type: 'string', default: '16' },
    width: { type: 'string', default: '720' },
    replay: { type: 'string', default: 'res://example/rehearsal.jsonl' },
  },
})
const perSecond = 10
/** Frames at the beginning in which the record is read. */
const lead = 5
/** What a page of the README is loaded with, at most; and the qualities that are tried until the film is no larger. */
const most = 1024 * 1024
const qualities = [0.6, 0.45, 0.3, 0.2, 0.1]

type Told = { width: number; height: number; frames: { file: string; x: number; y: number; w: number; h: number; n: number }[] }

const filmIn = (pictures: string): { film: Buffer; count: number } => {
  const { width, height, frames } = JSON.parse(readFileSync(join(pictures, 'frames.json'), 'utf8')) as Told
  const parts = frames.map(({ file, x, y, w, h, n }) => ({
    webp: readFileSync(join(pictures, file)),
    ...{ x, y, width: w, height: h, ms: (n * 1000) / perSecond },
  }))
  return { film: animatedWebp(width, height, parts), count: frames.length }
}

const godot = await windowedHere()
const folder = mkdtempSync(join(tmpdir(), 'gal-film-'))
const run = async (path: string, args: readonly string[]): Promise<void> => {
  // A home of its own: what somebody chose in the viewer is not what the film shows.
  const env = { ...process.env, XDG_DATA_HOME: join(folder, 'data') }
  const end = await runGodot(path, ['--path', project, ...args], { env, seconds: 900 })
  if (end.exitCode !== 0) throw new Error(`Godot ended with ${end.exitCode ?? end.signal}: ${end.output.slice(-2000)}`)
}
try {
  const pictures = join(folder, 'pictures')
  mkdirSync(pictures)
  const frames = String(Number(values.seconds) * perSecond + lead)
  const movie = ['--write-movie', join(pictures, 'frame.png'), '--fixed-fps', String(perSecond), '--quit-after', frames]
  await run(godot.windowed, [...movie, '--', `--replay=${values.replay}`, `--speed=${values.speed}`, '--language=en'])
  for (const name of readdirSync(pictures).sort().slice(0, lead)) rmSync(join(pictures, name))
  for (const quality of qualities) {
    const encode = ['--headless', '--script', 'res://tests/film/frames.gd', '--', pictures, values.width, String(quality)]
    await run(godot.path, encode)
    const { film, count } = filmIn(pictures)
    if (film.length > most && quality !== qualities.at(-1)) continue
    writeFileSync(values.out, film)
    console.log(`${values.out}: ${count} frames, ${Math.ceil(film.length / 1024)} kB, quality ${quality}`)
    if (film.length > most) process.exitCode = 1
    break
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
