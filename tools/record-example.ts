import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { StoredEvent } from '../src/store/event-log.ts'
import { createEventFrames } from '../src/transport/event-frame.ts'
import { limits } from '../src/transport/limits.ts'
import { gal } from '../test/support/gal.ts'

// Records the run that the Godot viewer opens when there is no server: a rehearsal, in the frames of the wire, long texts cut.
// node tools/record-example.ts, then npm run generate: a test compares what the two folds give of it.

const topic = 'Do antithetic samples reduce the variance of an estimate?'
const most = 1500
const file = join(import.meta.dirname, '../godot/example/rehearsal.jsonl')

const runs = mkdtempSync(join(tmpdir(), 'gal-example-'))
try {
  await gal(['run', topic, '--runs', 'runs', '--model', 'rehearsal', '--plain', '--no-serve'], { cwd: runs })
  const whole = join(runs, 'whole.jsonl')
  await gal(['export', 'latest', '--runs', 'runs', '--format', 'jsonl', '-o', whole], { cwd: runs })
  const frameOf = createEventFrames()
  const frames = readFileSync(whole, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => `${frameOf(JSON.parse(line) as StoredEvent, limits.frameOut, most)}\n`)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, frames.join(''))
  console.log(`wrote ${frames.length} entries to ${file}`)
} finally {
  rmSync(runs, { recursive: true, force: true })
}
