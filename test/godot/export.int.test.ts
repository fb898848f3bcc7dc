import { execFile } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { runGodot } from '../../src/cli/godot/run-godot.ts'
import { presetsIn, readPresets } from '../../tools/godot/presets.ts'
import { root } from '../support/gal.ts'
import { temporary } from '../support/temporary.ts'
import { godot, imported, project, why } from './godot.ts'

const presets = readPresets(join(project, 'export_presets.cfg'))
const web = presets.find(({ name }) => name === 'Web')

test('there is a preset for each system, with a file of its own below export', () => {
  expect(presets.map(({ name, platform }) => [name, platform])).toEqual([
    ['Linux', 'Linux'],
    ['Windows', 'Windows Desktop'],
    ['macOS', 'macOS'],
    ['Web', 'Web'],
  ])
  for (const { path } of presets) expect(path).toMatch(/^export\/[a-z]+\/[\w.-]+$/)
  expect(new Set(presets.map(({ path }) => path.split('/')[1])).size).toBe(presets.length)
})

test('every preset leaves the tests out and takes the bundled record along', () => {
  for (const { filters } of presets) {
    expect(filters.exclude.split(', ')).toEqual(expect.arrayContaining(['tests/*', 'export/*']))
    expect(filters.include).toContain('example/*.jsonl')
  }
})

test('a file that Godot would not read is refused with its place', () => {
  expect(() => presetsIn('[preset.0]\nname="x"\nnonsense\n')).toThrow('line 3')
  expect(() => presetsIn('[preset.0]\nname="x"\n')).toThrow('[preset.0.options] is missing')
  expect(() => presetsIn('[preset.0]\n\n[preset.0.options]\n')).toThrow('[preset.0] has no name')
})

describe('in the browser', () => {
  const shell = readFileSync(join(project, 'web/shell.html'), 'utf8')

  test('it lies where gal serves it, and needs no threads', () => {
    expect(web?.path).toBe('export/web/index.html')
    expect(web?.options.get('variant/thread_support')).toBe('false')
    expect(web?.options.get('html/custom_html_shell')).toBe('res://web/shell.html')
  })

  test('nothing in its page needs more than the policy of the server allows: no script and no style within the page', () => {
    const within = [...shell.matchAll(/<script(?![^>]*\bsrc=)[^>]*>/g)].map(([tag]) => tag)
    expect(within).toEqual(['<script id="config" type="application/json">'])
    expect(shell).not.toMatch(/<style|\sstyle=|\son[a-z]+=|javascript:/i)
    for (const [, file] of shell.matchAll(/(?:src|href)="(?!\$)([^"]+)"/g)) expect(existsSync(join(project, 'web', file ?? ''))).toBe(true)
  })

  test('its page has every place that Godot fills', () => {
    for (const place of ['$GODOT_URL', '$GODOT_CONFIG', '$GODOT_PROJECT_NAME', '$GODOT_HEAD_INCLUDE', '$GODOT_THREADS_ENABLED'])
      expect(shell).toContain(place)
  })
})

describe.skipIf(!godot)(`with Godot${why}`, () => {
  test('what is packed holds the program and no tests', async () => {
    await imported()
    const pack = join(temporary(), 'viewer.pck')
    const args = ['--headless', '--path', project, '--export-pack', 'Web', pack]
    const heard: string[] = []
    const hear = (text: string) => void heard.push(text)
    await runGodot(godot?.path ?? '', args, { env: process.env, seconds: 60, onOutput: hear })
    const stored = [...heard.join('').matchAll(/Storing File: (res:\/\/[\w./-]+)/g)].map(([, path = '']) => path)
    expect(stored).toContain('res://main/main.gdc')
    expect(stored.filter((path) => /^res:\/\/(tests|export)\//.test(path))).toEqual([])
    expect(existsSync(pack)).toBe(true)
  })

  test('without export templates it says which are missing and where they go, and leaves nothing behind', async () => {
    const home = temporary()
    const end = await new Promise<{ status: unknown; err: string }>((resolve) => {
      const env = { ...process.env, XDG_DATA_HOME: home }
      execFile(process.execPath, [join(root, 'tools/export-godot.ts'), 'linux'], { env }, (error, _out, err) =>
        resolve({ status: error?.code ?? 0, err }),
      )
    })
    expect(end.status).toBe(1)
    expect(end.err).toMatch(new RegExp(`^Linux is not exported.*\n +${home}/godot/export_templates/[\\w.]+/linux_debug\\.x86_64\n`))
    expect(end.err).toMatch(/export_templates\.tpz.*https:\/\/godotengine\.org\/download\/archive\//)
    const left = readdirSync(join(project, 'export')).filter((name) => name.endsWith('.part'))
    expect([left, existsSync(join(project, 'export/linux'))]).toEqual([[], false])
  })
})
