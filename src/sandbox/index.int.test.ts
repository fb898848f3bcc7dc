import { describe, expect, test } from 'vitest'
import { createSandbox, describePython, probeBubblewrap } from './index.ts'
import { createRunner, programOf, testTools } from './sandbox.conformance.ts'

const known = programOf('javascript', 'console.log("known")')
const strange = programOf('javascript', 'console.log("strange")')
const trusts = (program: unknown) => program === known

describe('where bubblewrap does not work', () => {
  const tools = { ...testTools, bwrapPath: '/nowhere/bwrap' }
  const { run } = createRunner(createSandbox({ ...tools, trusts }))

  test('a program that is known runs with limits', async () => {
    expect(await run(known)).toMatchObject({ sandbox: 'limits', output: 'known\n', exitCode: 0 })
  })

  test('a program that is not known is refused, and is not taken for run', async () => {
    expect(await run(strange)).toMatchObject({ fault: { kind: 'refused' }, output: '', exitCode: null })
    expect(await run(strange)).toMatchObject({ fault: { kind: 'refused' } })
  })

  test('the trial says what is missing and what to do', async () => {
    expect(await probeBubblewrap(tools)).toMatchObject({
      problem: expect.stringContaining('/nowhere/bwrap'),
      hint: expect.stringContaining('install'),
    })
  })
})

test('Python is asked for its packages by name, and says of each whether it is there', async () => {
  const found = await describePython(testTools, ['pip', 'no-such-package'], AbortSignal.any([]))
  expect(found).toMatchObject({ version: expect.stringMatching(/^3\./), packages: { 'no-such-package': null } })
  expect(await describePython({ ...testTools, pythonPath: '/nowhere/python3' }, [], AbortSignal.any([]))).toMatchObject({
    problem: expect.stringContaining('/nowhere/python3'),
  })
})

const absent = 'problem' in (await probeBubblewrap(testTools))

describe.skipIf(absent)(`where bubblewrap works${absent ? ' (skipped: apt-get install bubblewrap)' : ''}`, () => {
  const { run } = createRunner(createSandbox({ ...testTools, trusts }))
  test('a program that is known still runs with limits, and any other in bubblewrap', async () => {
    expect((await run(known)).sandbox).toBe('limits')
    expect(await run(strange)).toMatchObject({ sandbox: 'bubblewrap', output: 'strange\n' })
  })
})
