import { once } from 'node:events'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openSqliteEventLog } from '../../src/store/sqlite-event-log.ts'
import { openViewer } from '../../src/transport/testing/client.ts'
import { temporary } from '../support/temporary.ts'
import { startBeside, startServe } from './serving.ts'

const notes = 220
const bound = 100

test(`what another process appends reaches a viewer of gal serve within ${bound} ms, 95 times of 100`, async () => {
  const runs = temporary()
  const file = join(runs, 'gal.sqlite')
  const log = openSqliteEventLog(file, { clock: Date.now, alive: () => false })
  log.create('r')
  log.close()
  const server = await startServe(runs)
  onTestFinished(() => server.kill())
  const viewer = await openViewer(`ws://127.0.0.1:${server.port}`, 'r')
  const late: number[] = []
  viewer.socket.on('message', (data: Buffer) => {
    const stored = /"text":"(\d+)"/.exec(data.toString())?.[1]
    if (stored !== undefined) late.push(Number(process.hrtime.bigint() - BigInt(stored)) / 1e6)
  })
  await viewer.first('caught-up')
  const writer = startBeside('write-notes.ts', [file, 'r', String(notes)])
  const [status] = await once(writer, 'exit')
  expect(status).toBe(0)
  expect((await viewer.events(notes)).map(({ seq }) => seq)).toEqual(Array.from({ length: notes }, (_, index) => index + 1))
  const sorted = late.toSorted((a, b) => a - b)
  const share = (part: number) => sorted[Math.floor(part * sorted.length)] ?? Number.NaN
  process.stdout.write(
    `from another process: p50 ${share(0.5).toFixed(1)} ms, p95 ${share(0.95).toFixed(1)} ms, most ${sorted.at(-1)?.toFixed(1)} ms\n`,
  )
  expect(late).toHaveLength(notes)
  expect(share(0.95)).toBeLessThan(bound)
  viewer.hangUp()
})
