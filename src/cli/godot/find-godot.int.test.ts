import { join } from 'node:path'
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
