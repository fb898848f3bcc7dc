import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { gal } from './support/gal.ts'
import { temporary } from './support/temporary.ts'

test('what Node makes of the sources is kept in the cache of the user, and nowhere else', async () => {
  const [cwd, cache] = [temporary(), temporary()]
  expect((await gal(['--version'], { cwd, env: { XDG_CACHE_HOME: cache } })).status).toBe(0)
  expect(readdirSync(join(cache, 'gal', 'compiled')).length).toBeGreaterThan(0)
  expect(readdirSync(cwd)).toEqual([])
})

test('where nothing can be kept, gal starts all the same and says nothing of it', async () => {
  const cwd = temporary()
  writeFileSync(join(cwd, 'file'), '')
  for (const env of [{ XDG_CACHE_HOME: join(cwd, 'file') }, { XDG_CACHE_HOME: 'here', HOME: '' }]) {
    const { status, err } = await gal(['--version'], { cwd, env })
    expect([status, err]).toEqual([0, ''])
  }
  expect(readdirSync(cwd)).toEqual(['file'])
})
