import { describe, expect, test } from 'vitest'
import { createLimits } from './limits.ts'
import { conformsToSandbox, createRunner, programOf, testTools } from './sandbox.conformance.ts'
import { withResultFile } from './with-result-file.ts'

describe('limits', () => {
  conformsToSandbox(withResultFile(createLimits({ ...testTools, trusts: () => true })))
})

describe('limits, for a program that nobody vouches for', () => {
  const { run } = createRunner(createLimits({ ...testTools, trusts: () => false }))
  test('refuse, and say how to get bubblewrap', async () => {
    const { fault, exitCode } = await run(programOf('javascript', 'process.exit(0)'))
    expect([fault?.kind, exitCode]).toEqual(['refused', null])
    expect(fault?.message).toContain('apt-get install bubblewrap')
  })
})

describe('limits, without an interpreter', () => {
  const { run } = createRunner(createLimits({ ...testTools, pythonPath: '/nowhere/python3', trusts: () => true }))
  test('say which one is missing', async () => {
    const { fault } = await run(programOf('python', 'print(1)'))
    expect(fault).toMatchObject({ kind: 'unavailable', message: expect.stringContaining('/nowhere/python3 could not be started') })
  })
})
