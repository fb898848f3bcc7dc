import fc from 'fast-check'
import { expect, test } from 'vitest'
import { macosCommand } from './macos-command.ts'

const plan = {
  sandboxExec: '/usr/bin/sandbox-exec',
  work: '/Users/a/runs/p1',
  scratch: '/private/tmp/s',
  reads: ['/opt/python'],
  hidden: ['result.json'],
  command: ['/opt/python/bin/python3', 'main.py'],
}
const read = (command: string[]) => {
  const at = command.indexOf('-p')
  return { parameters: command.slice(1, at).filter((word) => word !== '-D'), profile: command[at + 1] ?? '', rest: command.slice(at + 2) }
}

test('all is denied but what is named', () => {
  const { profile, rest } = read(macosCommand(plan))
  expect(profile.startsWith('(version 1)\n(deny default)\n')).toBe(true)
  expect(profile).not.toMatch(/network|mach-lookup|\/Users|\(allow file-(read|write)\*\)/)
  expect(rest).toEqual(plan.command)
})

test('only the two folders can be written to, and the result file neither written nor read, which is the last word', () => {
  const { profile, parameters } = read(macosCommand(plan))
  expect(profile.match(/\(allow file-write\*.*/g)).toEqual(['(allow file-write* (subpath (param "WORK")) (subpath (param "SCRATCH")))'])
  expect(profile.trim().split('\n').at(-1)).toBe('(deny file-read* file-write* (literal (param "HIDDEN0")))')
  expect(parameters).toContain('HIDDEN0=/Users/a/runs/p1/result.json')
})

test('of the folders above, a program sees only that they are there', () => {
  const { profile, parameters } = read(macosCommand(plan))
  const above = parameters.filter((text) => text.startsWith('ABOVE')).map((text) => text.slice(text.indexOf('=') + 1))
  expect(above.sort()).toEqual(['/', '/Users', '/Users/a', '/Users/a/runs', '/opt', '/private', '/private/tmp'])
  expect(profile).toContain('(allow file-read-metadata (literal (param "ABOVE0"))')
})

test('no path can be read as a rule', () => {
  const profileFor = (name: string) => read(macosCommand({ ...plan, work: `/runs/${name}` })).profile
  fc.assert(
    fc.property(
      fc.string({ minLength: 1 }).filter((name) => !name.includes('/')),
      (name) => {
        expect(profileFor(name)).toBe(profileFor('x'))
      },
    ),
    { examples: [['") (allow default) ("']] },
  )
})
