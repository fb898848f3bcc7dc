import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporary } from '../../test/support/temporary.ts'
import { choosePython, pythonFolder, pythonOf } from './choose-python.ts'

const cacheWith = () => {
  const cache = temporary()
  const made = pythonOf(pythonFolder(cache))
  mkdirSync(join(made, '..'), { recursive: true })
  writeFileSync(join(cache, 'base'), '')
  symlinkSync(join(cache, 'base'), made)
  return { cache, made }
}

test('GAL_PYTHON goes before the configuration, that before what was set up, and that before the PATH', () => {
  const { cache, made } = cacheWith()
  expect(choosePython({ GAL_PYTHON: '/a' }, cache, '/b')).toEqual({ path: '/a', why: 'GAL_PYTHON names it' })
  expect(choosePython({}, cache, '/b')).toEqual({ path: '/b', why: 'the configuration names it' })
  expect(choosePython({}, cache, undefined)).toEqual({ path: made, why: 'gal setup python made it' })
  expect(choosePython({}, temporary(), undefined)).toEqual({ path: 'python3', why: 'the first on the PATH' })
})

test('an empty variable chooses nothing', () => {
  expect(choosePython({ GAL_PYTHON: '' }, temporary(), '').path).toBe('python3')
})

test('an environment whose Python has gone is passed over', () => {
  const { cache } = cacheWith()
  rmSync(join(cache, 'base'))
  expect(choosePython({}, cache, undefined).path).toBe('python3')
})

test('on Windows the interpreter lies elsewhere', () => {
  expect(pythonOf('venv', 'win32')).toMatch(/^venv.Scripts.python\.exe$/)
})
