import { expect, test } from 'vitest'
import { GalError } from '../../core/error.ts'
import type { StoredEvent } from '../../store/event-log.ts'
import type { DriveInput, Lab } from '../lab.ts'
import { createDrives } from './drives.ts'

const stored: StoredEvent = { run: 'r', seq: 2, pos: 2, at: '', event: { type: 'model-choose', model: 'm', why: 'w' } }

const drivesOver = (drive: (input: DriveInput) => ReturnType<Lab['drive']>) => {
  const defects: unknown[] = []
  const drives = createDrives({
    lab: { drive: (_run, input) => drive(input) },
    onSignal: () => undefined,
    onProblem: () => undefined,
    onDefect: (error) => defects.push(error),
  })
  return { drives, defects }
}

test('what keeps a drive from its beginning is told to whoever asked, and to nobody else', async () => {
  const refusal = new GalError('run-driven', 'somebody drives it')
  const { drives, defects } = drivesOver(async () => {
    throw refusal
  })
  await expect(drives.drive('r')).rejects.toBe(refusal)
  await drives.close()
  expect(defects).toEqual([])
})

test('a drive that breaks later is reported once, and gives its place free', async () => {
  const { promise: broken, reject } = Promise.withResolvers<never>()
  const { drives, defects } = drivesOver((input) => {
    input.onStored?.(stored)
    return broken
  })
  await Promise.all(['a', 'b', 'c', 'd'].map(drives.drive))
  expect(drives.checkRoom).toThrow(expect.objectContaining({ code: 'too-many-runs' }))
  const defect = new TypeError('x is not a function')
  reject(defect)
  await expect.poll(() => defects).toEqual([defect, defect, defect, defect])
  expect(drives.checkRoom).not.toThrow()
})

test('a close waits until every drive has let go', async () => {
  let left = false
  const { drives } = drivesOver(
    (input) =>
      new Promise((resolve) => {
        input.onStored?.(stored)
        input.interrupt.addEventListener('abort', () =>
          setImmediate(() => {
            left = true
            resolve({ halted: { cause: 'stop', why: 'interrupted' } })
          }),
        )
      }),
  )
  await drives.drive('r')
  await drives.close()
  expect(left).toBe(true)
  await expect(drives.drive('r')).rejects.toMatchObject({ code: 'not-here' })
})
