import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { execPath, pid } from 'node:process'
import { expect, test } from 'vitest'
import { isAlive, processStart } from './process-start.ts'

test('a process is alive from its start to its end', async () => {
  const child = spawn(execPath, ['--eval', 'setInterval(() => {}, 1000)'])
  const childPid = child.pid ?? 0
  const started = processStart(childPid) ?? ''
  expect([isAlive(childPid, started), processStart(childPid)]).toEqual([true, started])
  child.kill('SIGKILL')
  await once(child, 'exit')
  expect([isAlive(childPid, started), processStart(childPid)]).toEqual([false, undefined])
})

test('another process that has the pid is not taken for the one before', () => {
  expect(isAlive(pid, processStart(1) ?? '')).toBe(false)
})

test.each([0, -1, 1.5, 2 ** 40])('there is no process %d', (none) => {
  expect(processStart(none)).toBeUndefined()
})
