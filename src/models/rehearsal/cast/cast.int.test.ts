import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createMemoryEventLog } from '../../../store/memory-event-log.ts'
import { driveTestLab } from '../../../lab/testing/test-lab.ts'
import { createSandbox } from '../../../sandbox/index.ts'
import { isRehearsalProgram } from '../index.ts'
import { cast } from './cast.ts'
test('x', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'cast-'))
  const sandbox = createSandbox({ nodePath: process.execPath, pythonPath: 'none', bwrapPath: '/nowhere', env: {}, trusts: isRehearsalProgram })
  const t = performance.now()
  const { result, disk } = await driveTestLab({ cast, sandbox, settings: { folder, program: { language: 'javascript', seconds: 60, memoryMiB: 256, outputChars: 4000 } } })
  const ms = performance.now() - t
  const events = createMemoryEventLog({ disk }).readAll(0).map(({ event }) => event)
  const { writeFileSync } = await import('node:fs')
  writeFileSync('/tmp/cast-events.json', JSON.stringify(events, null, 1))
  writeFileSync('/tmp/cast-ms.txt', String(ms))
  await rm(folder, { recursive: true })
  expect(result).toEqual({ ended: { kind: 'complete' } })
}, 60000)
