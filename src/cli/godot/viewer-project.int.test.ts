import { chmodSync, chownSync, existsSync, lstatSync, mkdirSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporary } from '../../../test/support/temporary.ts'
import { standInGodot, standInProject } from './testing/stand-in-godot.ts'
import { importProject, isImported, openProject } from './viewer-project.ts'

test('a clone is used where it lies; what npm installed is copied to the cache, once for each version, without its tests', () => {
  const home = temporary()
  const clone = standInProject(join(home, 'clone/godot'))
  expect(openProject(clone, join(home, 'cache'), '1.0.0')).toBe(clone)
  const installed = standInProject(join(home, 'node_modules/gal/godot'))
  const copy = openProject(installed, join(home, 'cache'), '1.0.0')
  expect(copy).toBe(join(home, 'cache/viewer-1.0.0'))
  expect([existsSync(join(copy, 'project.godot')), existsSync(join(copy, 'tests'))]).toEqual([true, false])
  writeFileSync(join(copy, 'mark'), '')
  expect(openProject(installed, join(home, 'cache'), '1.0.0')).toBe(copy)
  expect(existsSync(join(copy, 'mark'))).toBe(true)
  expect(existsSync(join(openProject(installed, join(home, 'cache'), '1.1.0'), 'mark'))).toBe(false)
})

const installedIn = (home: string): { installed: string; cache: string; copy: string } => ({
  installed: standInProject(join(home, 'node_modules/gal/godot')),
  cache: join(home, 'cache'),
  copy: join(home, 'cache/viewer-1.0.0'),
})

test("a copy is its user's alone, and one that others could write is made anew", () => {
  const { installed, cache, copy } = installedIn(temporary())
  openProject(installed, cache, '1.0.0')
  expect(lstatSync(copy).mode & 0o777).toBe(0o700)
  writeFileSync(join(copy, 'planted.gd'), '')
  chmodSync(copy, 0o777)
  openProject(installed, cache, '1.0.0')
  expect([lstatSync(copy).mode & 0o777, existsSync(join(copy, 'planted.gd'))]).toEqual([0o700, false])
})

test('what lies where the copy belongs is not believed: neither a link nor a folder that somebody filled', () => {
  const home = temporary()
  const { installed, cache, copy } = installedIn(home)
  const planted = standInProject(join(home, 'planted'))
  mkdirSync(cache)
  symlinkSync(planted, copy)
  expect(openProject(installed, cache, '1.0.0')).toBe(copy)
  expect([lstatSync(copy).isSymbolicLink(), existsSync(join(planted, 'project.godot'))]).toEqual([false, true])
  rmSync(copy, { recursive: true })
  mkdirSync(copy, { mode: 0o700 })
  writeFileSync(join(copy, 'planted.gd'), '')
  openProject(installed, cache, '1.0.0')
  expect([existsSync(join(copy, 'planted.gd')), existsSync(join(copy, 'project.godot'))]).toEqual([false, true])
})

/** At one time whenever it is written, so that only its size tells. */
const writeAt = (file: string, text: string) => {
  writeFileSync(file, text)
  utimesSync(file, 1_000, 1_000)
}

const changes: [string, (file: string) => void][] = [
  ['a file more', (file) => writeFileSync(`${file}.more`, '')],
  ['a file less', (file) => rmSync(file)],
  ['a file of another size', (file) => writeAt(file, 'extends Node2D\n')],
  ['a file of another time', (file) => utimesSync(file, 1, 1)],
]

test.each(changes)('a package that changed under the same version is copied anew: %s', (_, change) => {
  const { installed, cache, copy } = installedIn(temporary())
  const file = join(installed, 'later.gd')
  writeAt(file, 'extends Node\n')
  openProject(installed, cache, '1.0.0')
  writeFileSync(join(copy, 'mark'), '')
  change(file)
  openProject(installed, cache, '1.0.0')
  expect([existsSync(join(copy, 'mark')), existsSync(join(copy, 'later.gd'))]).toEqual([false, existsSync(file)])
})

test.skipIf(process.platform === 'win32')('nobody else may write to the cache folder from then on', () => {
  const { installed, cache } = installedIn(temporary())
  mkdirSync(cache)
  chmodSync(cache, 0o777)
  openProject(installed, cache, '1.0.0')
  expect(lstatSync(cache).mode & 0o777).toBe(0o755)
})

test.skipIf(process.getuid?.() !== 0)('a cache folder of another user is refused', () => {
  const { installed, cache } = installedIn(temporary())
  mkdirSync(cache)
  chownSync(cache, 4711, 4711)
  expect(() => openProject(installed, cache, '1.0.0')).toThrow(`${cache} belongs to another user`)
})

test('a project is imported once, and again when a script is newer or Godot is another', async () => {
  const home = temporary()
  const project = standInProject(join(home, 'godot'))
  const path = join(home, 'bin/godot')
  standInGodot(path)
  const godot = { path, version: '4.6.0.stand-in' }
  expect(isImported(project, godot)).toBe(false)
  await importProject(godot, project, { PATH: '/usr/bin:/bin' })
  expect(isImported(project, godot)).toBe(true)
  expect(isImported(project, { version: '4.7' })).toBe(false)
  const later = Date.now() / 1000 + 60
  utimesSync(join(project, 'tests/test_nothing.gd'), later, later)
  expect(isImported(project, godot)).toBe(false)
})

test('an import that makes nothing is an error with the last words of Godot', async () => {
  const project = standInProject(join(temporary(), 'godot'))
  const imported = importProject({ path: '/bin/echo', version: '4.6' }, project, {})
  await expect(imported).rejects.toMatchObject({ code: 'no-viewer', hint: `--headless --path ${project} --import` })
})
