import { describe, expect, test } from 'vitest'
import { temporary } from '../../../../test/support/temporary.ts'
import { sciencePython, whyNoScience } from '../../../sandbox/testing/science-python.ts'
import type { Io } from '../../io.ts'
import { stubPython } from '../../setup/testing/stub-python.ts'
import { runChecks } from '../check.ts'
import { givenFor } from '../given.ts'
import { python } from './programs.ts'

const look = async (env: Io['env']) => {
  const silence = () => undefined
  const io: Io = { out: silence, err: silence, raw: silence, env, isTerminal: false, columns: 80, rows: 24, interrupt: AbortSignal.any([]) }
  const found = await runChecks([python], givenFor(io, { runs: temporary() }), 20_000)
  return (id: string) => found.find((one) => one.id === id)
}
const places = () => ({ PATH: temporary(), HOME: temporary(), XDG_CACHE_HOME: temporary() })

test('without a Python, each package is missing, and one command gets all of it', async () => {
  const one = await look(places())
  expect(one('python')).toMatchObject({ status: 'missing', fix: expect.stringMatching(/python3-venv.*then npx gal setup python/) })
  expect(one('python.scikit-learn')).toMatchObject({ status: 'missing', fix: 'npx gal setup python' })
})

test('the first Python of the PATH is told with why it was chosen', async () => {
  const env = places()
  stubPython(env.PATH)
  const one = await look(env)
  expect(one('python')).toMatchObject({ status: 'ok', what: expect.stringMatching(/^Python 3\.11\.7 at \S+ \(the first on the PATH\)$/) })
  expect(one('python.numpy')).toMatchObject({ status: 'ok', what: 'numpy 1.2' })
})

test('what a chosen Python lacks is not said to come by a setup of another', async () => {
  const one = await look({ ...places(), GAL_PYTHON: '/nowhere/python3' })
  expect(one('python')).toMatchObject({ status: 'missing', what: expect.stringContaining('/nowhere/python3') })
  expect(one('python.numpy')?.fix).toMatch(/^\/nowhere\/python3 -m pip install numpy; or .*unset GAL_PYTHON/)
})

describe.skipIf(sciencePython === undefined)(`a Python with scikit-learn${whyNoScience}`, () => {
  test('is found with its packages, in time', async () => {
    const began = performance.now()
    const one = await look({ ...places(), GAL_PYTHON: sciencePython })
    expect(performance.now() - began).toBeLessThan(3000)
    expect(one('python')?.what).toMatch(/\(GAL_PYTHON names it\)/)
    expect(one('python.scikit-learn')?.status).toBe('ok')
  })
})
