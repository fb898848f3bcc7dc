import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { runGodot } from '../src/cli/godot/run-godot.ts'
import { animatedWebp } from './godot/animated-webp.ts'
import { project, windowedHere } from './godot/here.ts'

// Films the bundled record, for the README: node tools/film.ts [--out FILE.webp] [--seconds 20] [--speed 16] [--width 800].
// Godot draws each frame in its own time, so the film is the same on every machine.

const { values } = parseArgs({
  options: {
    out: { type: 'string', default: join(import.meta.dirname, '../docs/pictures/godot.webp') },
    seconds: { type: 'string', default: '20' },
    speed: { type: 'string', default: '16' },
    width: { type: 'string', default: '800' },
    quality: { type: 'string', default: '0.6' },
    replay: { type: 'string', default: 'res://example/rehearsal.jsonl' },
  },
})
const perSecond = 10
/** Frames at the beginning in which the record is read. */
const lead = 5

type Told = { width: number; height: number; frames: { file: string; x: number; y: number; w: number; h: number; n: number }[] }

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
  const count = String(Number(values.seconds) * perSecond + lead)
  const movie = ['--write-movie', join(pictures, 'frame.png'), '--fixed-fps', String(perSecond), '--quit-after', count]
  await run(godot.windowed, [...movie, '--', `--replay=${values.replay}`, `--speed=${values.speed}`, '--language=en'])
  for (const name of readdirSync(pictures).sort().slice(0, lead)) rmSync(join(pictures, name))
  const encode = ['--headless', '--script', 'res://tests/film/frames.gd', '--', pictures, values.width, values.quality]
  await run(godot.path, encode)
  const { width, height, frames } = JSON.parse(readFileSync(join(pictures, 'frames.json'), 'utf8')) as Told
  const film = animatedWebp(
    width,
    height,
    frames.map(({ file, x, y, w, h, n }) => ({
      webp: readFileSync(join(pictures, file)),
      ...{ x, y, width: w, height: h, ms: (n * 1000) / perSecond },
    })),
  )
  writeFileSync(values.out, film)
  console.log(`${values.out}: ${frames.length} frames, ${Math.ceil(film.length / 1024)} kB`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
