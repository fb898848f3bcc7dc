import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { runGodot } from '../src/cli/godot/run-godot.ts'
import { godotHere, project } from './godot/here.ts'
import { type Preset, readPresets } from './godot/presets.ts'

// Makes programs of the viewer, in godot/export: node tools/export-godot.ts [preset …], by default all presets.
// `Web` goes where gal serves it, at /godot/. A preset is exported whole or not at all.

/** Files that Godot's exporter does not know of. */
const beside: Readonly<Record<string, readonly string[]>> = { Web: ['web/boot.js', 'web/shell.css'] }

const presets = readPresets(join(project, 'export_presets.cfg'))
const names = process.argv.slice(2)
const unknown = names.filter((name) => !presets.some((preset) => preset.name.toLowerCase() === name.toLowerCase()))
if (unknown.length > 0) {
  console.error(`there is no preset ${unknown.join(', ')}; there are: ${presets.map(({ name }) => name).join(', ')}`)
  process.exit(2)
}
const wanted = presets.filter(({ name }) => names.length === 0 || names.some((given) => given.toLowerCase() === name.toLowerCase()))

const godot = await godotHere()
/** As in the name of the file with templates: 4.6.3-stable of 4.6.3.stable.debian4.6.3. */
const release = /^(\d+(?:\.\d+)+)\.([a-z]+\d*)/.exec(godot.version)?.slice(1, 3).join('-') ?? godot.version
const exports = join(project, 'export')
mkdirSync(exports, { recursive: true })
// Godot is not to import what it has exported.
writeFileSync(join(exports, '.gdignore'), '')

const missingIn = (output: string): string[] =>
  [...output.matchAll(/No export template found at the expected path:\n(\S.*)/g)].map(([, path = '']) => path.trim())

const tellMissing = (name: string, missing: readonly string[]): void => {
  console.error(`${name} is not exported: these export templates are missing`)
  for (const path of missing) console.error(`  ${path}`)
  console.error(`  They are in Godot_v${release}_export_templates.tpz, a zip: https://godotengine.org/download/archive/${release}`)
  console.error(`  Unpack what is in its folder templates/ into ${dirname(missing[0] ?? '')}`)
}

const exportOne = async ({ name, path }: Preset): Promise<boolean> => {
  const folder = dirname(join(project, path))
  const part = `${folder}.part`
  rmSync(part, { recursive: true, force: true })
  mkdirSync(part)
  const file = join(part, basename(path))
  const args = ['--headless', '--path', project, '--export-release', name, file]
  const { output } = await runGodot(godot.path, args, { env: process.env, seconds: 600 })
  const missing = missingIn(output)
  const failed = missing.length > 0 || !existsSync(file) || /Project export for preset .* failed/.test(output)
  if (failed) {
    rmSync(part, { recursive: true })
    if (missing.length > 0) tellMissing(name, missing)
    else console.error(`${name} is not exported:\n${output.trim().split('\n').slice(-10).join('\n')}`)
    return false
  }
  for (const extra of beside[name] ?? []) copyFileSync(join(project, extra), join(part, basename(extra)))
  rmSync(folder, { recursive: true, force: true })
  renameSync(part, folder)
  console.log(`${name}: godot/${path}`)
  return true
}

let done = 0
for (const preset of wanted) if (await exportOne(preset)) done += 1
if (done < wanted.length) process.exitCode = 1
