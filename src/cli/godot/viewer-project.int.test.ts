import { existsSync, utimesSync, writeFileSync } from 'node:fs'
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
