import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { openTestControl, startOllama, testFolder, thinking } from './testing/test-control.ts'

const topic = 'k in nearest neighbours'
const run = promisify(execFile)

test('the same key begins the same run, however often it is sent, and another key another', async () => {
  const { sets } = await startOllama(thinking)
  const control = openTestControl({ sets })
  const starts = await Promise.all(Array.from({ length: 20 }, () => control.start({ topic, key: 'once', by: 'test' })))
  expect(new Set(starts.map((start) => start.run)).size).toBe(1)
  expect(starts.map(({ begun }) => begun)).toEqual([true, ...Array(19).fill(false)])
  const other = await control.start({ topic, key: 'twice', by: 'test' })
  expect(other).toMatchObject({ begun: true })
  const without = await control.start({ topic, by: 'test' })
  expect(control.runs().map((row) => row.run)).toEqual([starts[0]?.run, other.run, without.run])
  // What is kept is the hash: the key itself is the client's.
  expect(JSON.stringify(control.lab.log.read(other.run, 0, 1))).not.toContain('twice')
  await control.start({ topic, by: 'test' })
  // No room for a new run is no reason not to name the old one.
  expect(await control.start({ topic: `  ${topic} `, key: 'once', by: 'test' })).toEqual({ run: starts[0]?.run, begun: false })
})

test('a key with another topic is refused', async () => {
  const control = openTestControl()
  const { run: first } = await control.start({ topic, key: 'once', by: 'test' })
  await expect(control.start({ topic: 'another topic', key: 'once', by: 'test' })).rejects.toMatchObject({
    code: 'key-reused',
    message: expect.stringContaining(first),
  })
  expect(control.runs()).toHaveLength(1)
})

test('of several processes that send one key at once, one begins the run and all name it', async () => {
  const folder = testFolder()
  const begin = join(import.meta.dirname, 'fixtures/begin-once.ts')
  const ended = await Promise.all([1, 2, 3, 4].map(() => run(process.execPath, [begin, folder, topic, 'once'])))
  const begun = ended.map(({ stdout }) => JSON.parse(stdout) as { run: string; begun: boolean })
  expect(new Set(begun.map((start) => start.run)).size).toBe(1)
  expect(begun.filter((start) => start.begun)).toHaveLength(1)
  expect(openTestControl({ folder }).runs()).toHaveLength(1)
})
