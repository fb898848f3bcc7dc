import { existsSync, readFileSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
import { expect, test } from 'vitest'
import { temporary } from '../../../test/support/temporary.ts'
import { findGodot } from './find-godot.ts'
import { standInGodot } from './testing/stand-in-godot.ts'

const inFolder = (...programs: [place: string, version?: string][]) => {
  const home = temporary()
  for (const [place, version] of programs) standInGodot(join(home, place), version)
  return { home, env: { HOME: home, PATH: `${join(home, 'bin')}:/usr/bin:/bin` } }
}

test('the one that GODOT names is taken before all others, and no other when it does not run', async () => {
  const { home, env } = inFolder(['bin/godot'], ['mine/godot-dev', '4.5.1.mine'])
  const named = join(home, 'mine/godot-dev')
  expect(await findGodot({ ...env, GODOT: named })).toEqual({ path: named, version: '4.5.1.mine' })
  expect(await findGodot({ ...env, GODOT: '/bin/true' })).toEqual({ problem: '/bin/true is no Godot that runs here' })
})

test('the PATH goes before the cache folder, godot before godot4', async () => {
  const both = inFolder(['bin/godot4'], ['bin/godot'], ['.cache/gal/godot/bin/godot'])
  expect(await findGodot(both.env)).toMatchObject({ path: join(both.home, 'bin/godot') })
  const cached = inFolder(['.cache/gal/godot/bin/godot'], ['.cache/gal/godot/bin/godot-xvfb'])
  const path = join(cached.home, '.cache/gal/godot/bin/godot')
  expect(await findGodot(cached.env)).toMatchObject({ path, windowed: `${path}-xvfb` })
})

test('one that is too old is passed over, and named when there is no other', async () => {
  const { home, env } = inFolder(['bin/godot', '4.3.stable'], ['bin/godot4', '4.4.stable'])
  expect(await findGodot(env)).toMatchObject({ path: join(home, 'bin/godot4'), version: '4.4.stable' })
  const old = inFolder(['bin/godot', '3.6.stable'])
  const told = await findGodot({ ...old.env, XDG_CACHE_HOME: '/nowhere' })
  expect(told).toEqual({ problem: `${join(old.home, 'bin/godot')} is Godot 3.6.stable, and the viewer needs 4.4 or newer` })
})

test('a relative GODOT is one of the folder gal runs in, never one of the temporary folder', async () => {
  const home = temporary()
  const calls = standInGodot(join(home, 'godot'))
  const planted = join(basename(home), 'godot')
  expect(await findGodot({ PATH: '/usr/bin:/bin', GODOT: planted })).toEqual({
    problem: `${join(process.cwd(), planted)} is no Godot that runs here`,
  })
  expect(calls).toThrow('ENOENT')
  const meant = relative(process.cwd(), join(home, 'godot'))
  expect(await findGodot({ PATH: '/usr/bin:/bin', GODOT: meant })).toMatchObject({ path: join(home, 'godot') })
})

test('a bare name in GODOT is looked for on the PATH', async () => {
  const { home, env } = inFolder(['bin/godot-dev'])
  expect(await findGodot({ ...env, GODOT: 'godot-dev' })).toMatchObject({ path: join(home, 'bin/godot-dev') })
  expect(await findGodot({ ...env, GODOT: 'godot-gone' })).toEqual({ problem: 'godot-gone is no Godot that runs here' })
})

test('entries of the PATH that are not absolute are passed over, and so are such cache folders', async () => {
  const { home } = inFolder(['bin/godot'], ['cache/gal/godot/bin/godot'])
  const from = (folder: string) => relative(process.cwd(), join(home, folder))
  const env = { PATH: `${from('bin')}::/usr/bin:/bin`, XDG_CACHE_HOME: from('cache'), HOME: join(home, 'nobody') }
  expect(await findGodot(env)).toMatchObject({ problem: expect.stringContaining('no Godot was found') })
})

test('a program is only tried with no token and in an empty folder of its own, where a relative PATH leads nowhere', async () => {
  const home = temporary()
  const notes = join(home, 'notes')
  const path = join(home, 'bin/godot')
  standInGodot(
    path,
    `4.6$(pwd >>"${notes}"; ls -ld . | cut -c1-10 >>"${notes}"; ls -A >>"${notes}"; echo "$PATH:$GAL_TOKEN$GAL_AUDIENCE_TOKEN" >>"${notes}")`,
  )
  await findGodot({ GODOT: path, PATH: '../planted:.:/usr/bin:/bin', GAL_TOKEN: 'a-long-secret', GAL_AUDIENCE_TOKEN: 'another' })
  const [folder = '', ...told] = readFileSync(notes, 'utf8').trim().split('\n')
  expect(told).toEqual(['drwx------', '/usr/bin:/bin:'])
  expect([basename(folder), existsSync(folder)]).toEqual([expect.stringMatching(/^gal-godot-/), false])
})
