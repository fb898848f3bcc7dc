import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { temporary } from '../../../test/support/temporary.ts'
import type { Io } from '../io.ts'
import { setupPython } from './python.ts'
import { wantedPython } from './python-record.ts'
import { stubPython } from './testing/stub-python.ts'

const place = (given: Parameters<typeof stubPython>[1] = {}) => {
  const [bin, cache] = [temporary(), temporary()]
  const { calls } = stubPython(bin, given)
  const controller = new AbortController()
  const said: string[] = []
  const hear = (text: string) => void said.push(text)
  const set = async (env: Io['env'] = {}, wish: Partial<Parameters<typeof setupPython>[1]> = {}, out: Io['out'] = hear) => {
    said.length = 0
    const io: Io = {
      out,
      err: hear,
      raw: hear,
      isTerminal: false,
      columns: 80,
      rows: 24,
      interrupt: controller.signal,
      env: { PATH: bin, XDG_CACHE_HOME: cache, ...env },
    }
    const status = await setupPython(io, { again: false, packages: [], ...wish })
    return { status, text: said.join('\n') }
  }
  const folder = join(cache, 'gal/python')
  return { set, calls, folder, controller, left: () => (existsSync(join(cache, 'gal')) ? readdirSync(join(cache, 'gal')) : []) }
}

test('an environment is made with python3 and pip, hashes and all, and holds no script that would not start', async () => {
  const { set, calls, folder, left } = place()
  const { status, text } = await set()
  expect(status).toBe(0)
  expect(text).toMatch(
    /^Making an environment with Python 3\.11\.7 …\n.*\nCollecting numpy==1\.2\n.*run by Python 3\.11\.7 with numpy 1\.2/s,
  )
  const [venv, pip, ...rest] = calls()
  expect(venv).toMatch(/^venv: -m venv \S+\/gal\/python\.new-\d+$/)
  expect(pip).toMatch(/^pip: -m pip install .*--only-binary :all: --require-hashes --requirement \S+requirements\.txt$/)
  expect(rest).toEqual(['trial: '])
  expect([left(), readdirSync(join(folder, 'bin'))]).toEqual([['python'], ['python']])
  const constraints = readFileSync(join(folder, 'constraints.txt'), 'utf8')
  expect(constraints).toMatch(/^numpy==[\d.]+ ; python_full_version < '3\.11'$/m)
  expect(constraints).not.toContain('hash')
})

test('uv goes before pip where it is on the PATH', async () => {
  const { set, calls } = place({ uv: true })
  await set()
  const [venv, pip] = calls()
  expect(venv).toMatch(/^uv-venv: venv --no-project --python \S+\/python3 \S+$/)
  expect(pip).toMatch(/^uv-pip: pip install --python \S+ --only-binary :all: --compile-bytecode --require-hashes --requirements \S+$/)
})

test('what is there is not made again, unless it is asked for or something else is wanted', async () => {
  const { set, calls } = place()
  await set()
  calls()
  expect((await set()).text).toMatch(/^It is there: Python 3\.11\.7 with numpy 1\.2, .* gal setup python --again makes it anew\.$/)
  expect(calls()).toEqual([])
  await set({}, { again: true })
  expect(calls()).toHaveLength(3)
  await set({}, { packages: ['networkx==3.3'] })
  expect(calls()).toContainEqual(expect.stringMatching(/^add: .*--constraint \S+constraints\.txt networkx==3\.3$/))
})

describe('a setup that fails', () => {
  test.each([
    [
      'venv',
      'The virtual environment was not created successfully because ensurepip is not available.',
      /cannot make virtual environments/,
      /apt-get install python3-venv/,
    ],
    [
      'pip',
      'NewConnectionError: [Errno -3] Temporary failure in name resolution\nERROR: No matching distribution found for numpy',
      /the registry of packages cannot be reached/,
      /needs the network, once/,
    ],
    [
      'pip',
      'ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.',
      /not the one that gal was tried with/,
      /mirror or a proxy/,
    ],
    [
      'pip',
      'ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device',
      /the disk is full/,
      /XDG_CACHE_HOME/,
    ],
    [
      'pip',
      'ERROR: Could not find a version that satisfies the requirement numpy==1.2 (from versions: none)\nERROR: No matching distribution found',
      /has no such package, or did not answer/,
      /PIP_INDEX_URL/,
    ],
    ['pip', 'ERROR: No matching distribution found for scipy==9', /there is no build of a package/, /another Python/],
    ['trial', 'ImportError: libstdc++.so.6: cannot open shared object file', /Trying the packages: ImportError: libstdc/, /by hand: /],
    ['pip', '\u001b[31mERROR: odd\u001b[0m', /packages \(about 100 MB\): .*ERROR: odd/, /by hand: .*pip install/],
  ])('at %s, saying %j, tells what to do and leaves nothing', async (step, says, message, hint) => {
    const { set, left } = place()
    const error = await set({ STUB_FAILS: step, STUB_SAYS: says }).catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ message: expect.stringMatching(message), hint: expect.stringMatching(hint) })
    expect((error as Error).message).not.toContain('\u001b')
    expect(left()).toEqual([])
  })

  test('leaves the environment that was there', async () => {
    const { set, left } = place()
    await set()
    await expect(set({ STUB_FAILS: 'pip', STUB_SAYS: 'x' }, { again: true })).rejects.toThrow()
    expect(left()).toEqual(['python'])
    expect((await set()).text).toMatch(/^It is there/)
  })

  test('by Ctrl-C leaves nothing either, and is no error', async () => {
    const { set, left, controller } = place()
    const { status } = await set({}, {}, (text) => void (text.startsWith('Fetching') && controller.abort()))
    expect([status, left()]).toEqual([130, []])
  })
})

test('what a setup that was killed left is cleared away', async () => {
  const { set, folder, left } = place()
  mkdirSync(`${folder}.new-99999999`, { recursive: true })
  mkdirSync(`${folder}.notes`)
  await set()
  expect(left().sort()).toEqual(['python', 'python.notes'])
})

test('a Python that is too old is named, and none at all is said to be missing', async () => {
  await expect(place({ version: '3.8.2' }).set()).rejects.toThrow(/there is no Python 3\.10 to 3\.14 on the PATH: python3 is 3\.8\.2/)
  await expect(place().set({ PATH: temporary() })).rejects.toThrow(/there is no Python 3\.10 to 3\.14 on the PATH$/)
})

test('uv alone is asked for a Python of its own', async () => {
  const { set, calls } = place({ uv: true, version: '3.8.2' })
  await set()
  expect(calls()[0]).toMatch(/--python 3\.12 /)
})

test('whoever has chosen another Python is told that it stands in the way', async () => {
  expect((await place().set({ GAL_PYTHON: '/opt/py' })).text).toMatch(/GAL_PYTHON is set, and names \/opt\/py/)
})

test('only single releases are added: nothing that pip would take for an option, an address or a path', () => {
  expect(wantedPython(['networkx==3.3', 'ray[tune]==2.0.1', 'networkx==3.3']).packages).toEqual(['networkx==3.3', 'ray[tune]==2.0.1'])
  for (const bad of [
    'networkx',
    '--index-url=https://x==1',
    '-r x==1',
    './x==1',
    'x==1 --pre',
    'git+https://x==1',
    'x @ https://y==1',
    'x>=1',
    'x==1\ny==2',
    '==1',
  ])
    expect(() => wantedPython([bad]), bad).toThrow(/is not one release of a package/)
  fc.assert(
    fc.property(fc.string(), (text) => {
      try {
        expect(wantedPython([text]).packages[0]).toMatch(/^[A-Za-z0-9][^\s/:@]*==\d\S*$/)
      } catch (error) {
        expect(error).toMatchObject({ code: 'bad-config' })
      }
    }),
  )
})
