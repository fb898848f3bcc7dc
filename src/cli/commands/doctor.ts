import { accessSync, constants, existsSync, mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { createMachine, type LoadedConfig } from '../../api/index.ts'
import { GalError } from '../../core/error.ts'
import type { Config } from '../../lab/config.ts'
import { openImages } from '../../models/images/open-images.ts'
import { parseModelName } from '../../models/model-name.ts'
import { listOllamaModels } from '../../models/ollama-server.ts'
import { checkModels } from '../../models/open-model.ts'
import { describeSandbox } from '../../sandbox/index.ts'
import { findGodot, howToGetGodot } from '../godot/find-godot.ts'
import type { Io } from '../io.ts'
import { configFor, type Options } from '../options.ts'
import { printable } from '../printable.ts'

/** One thing that gal can use: whether it is there, as a trial showed, and how to get it. */
type Finding = { name: string; ok: boolean; what: string; fix?: string }

const folder = ({ runs }: Config): Finding => {
  const path = resolve(runs)
  try {
    mkdirSync(path, { recursive: true })
    accessSync(path, constants.W_OK)
    return { name: 'runs', ok: true, what: `${path} can be written to` }
  } catch (error) {
    return { name: 'runs', ok: false, what: (error as Error).message, fix: 'choose another folder with --runs' }
  }
}

const ollama = async (io: Io, { model: configured, models: { ollama: at } }: Config): Promise<Finding> => {
  const found = await listOllamaModels(at['base-url'], globalThis.fetch, io.interrupt)
  const name = 'model'
  if ('fault' in found) {
    const without = configured === 'auto' ? 'auto will rehearse' : `${configured} is configured`
    const fix = 'start Ollama (ollama serve), or name another model with --model'
    return { name, ok: false, what: `${without}. ${found.fault.message}`, fix }
  }
  const names = found.models.map((entry) => entry.name)
  return names.length
    ? { name, ok: true, what: `${configured}; Ollama has ${names.slice(0, 5).join(', ')}${names.length > 5 ? ' and others' : ''}` }
    : { name, ok: false, what: 'Ollama answers, but has no model', fix: 'ollama pull qwen3:8b' }
}

const secretOf =
  ({ secrets }: LoadedConfig, io: Io) =>
  (name: string) =>
    secrets.get(name) ?? io.env[name]

/** What cannot be used as it is configured: no such provider, or no key for it. */
const troubleOf = (name: string, check: () => unknown): Finding | undefined => {
  try {
    check()
    return undefined
  } catch (error) {
    if (!(error instanceof GalError)) throw error
    return { name, ok: false, what: error.message, ...(error.hint ? { fix: error.hint } : {}) }
  }
}

/** Nothing where no images are wanted: then none are missing. */
const images = (io: Io, loaded: LoadedConfig): Finding[] => {
  const { model: named, 'base-url': url } = loaded.config.images
  if (named === undefined) return []
  const trouble = troubleOf('images', () => openImages(loaded.config.images, secretOf(loaded, io), globalThis.fetch))
  return [trouble ?? { name: 'images', ok: true, what: `${named} at ${new URL(url).origin} is configured` }]
}

const model = async (io: Io, loaded: LoadedConfig): Promise<Finding> => {
  const { config } = loaded
  const trouble = troubleOf('model', () => checkModels({ ...config.models, model: config.model }, secretOf(loaded, io)))
  if (trouble) return trouble
  const { provider } = parseModelName(loaded.config.model)
  if (provider === 'auto' || provider === 'ollama') return ollama(io, loaded.config)
  return { name: 'model', ok: true, what: `${loaded.config.model} is configured` }
}

const programs = async (io: Io): Promise<Finding[]> => {
  const { bubblewrap, python } = await describeSandbox(createMachine(io.env).tools)
  return [
    'problem' in bubblewrap
      ? { name: 'sandbox', ok: false, what: `programs of a model are refused: ${bubblewrap.problem}`, fix: bubblewrap.hint }
      : { name: 'sandbox', ok: true, what: 'bubblewrap works: programs of a model are run in it, without a network' },
    'problem' in python
      ? { name: 'python', ok: false, what: python.problem, fix: 'install Python 3, or set experiments.language to javascript' }
      : { name: 'python', ok: true, what: `Python ${python.version} at ${python.path}` },
  ]
}

const godot = async (io: Io): Promise<Finding> => {
  const found = await findGodot(io.env)
  return 'problem' in found
    ? { name: 'godot', ok: false, what: `gal view needs Godot: ${found.problem}`, fix: howToGetGodot }
    : { name: 'godot', ok: true, what: `Godot ${found.version} at ${found.path}` }
}

/** Tries what this machine can do. Rehearsal needs nothing of it, so the exit status is 0 whatever is missing. */
export const doctor = async (io: Io, options: Options): Promise<number> => {
  const loaded = configFor(options, io)
  const { config } = loaded
  const node: Finding = { name: 'node', ok: true, what: `Node ${process.versions.node}` }
  const file: Finding = {
    name: 'config',
    ok: true,
    what: existsSync(options.config ?? 'config.yaml')
      ? `${options.config ?? 'config.yaml'} is valid`
      : 'no config.yaml here: the defaults hold (gal init writes one)',
  }
  const findings = [node, file, folder(config), await model(io, loaded), ...images(io, loaded), ...(await programs(io)), await godot(io)]
  if (options.json) {
    io.out(
      JSON.stringify(
        findings.map(({ ok, ...rest }) => ({ ...rest, status: ok ? 'ok' : 'missing' })),
        null,
        2,
      ),
    )
    return 0
  }
  for (const { name, ok, what, fix } of findings) {
    io.out(`${ok ? 'ok     ' : 'missing'}  ${name.padEnd(8)} ${printable(what)}`)
    if (!ok && fix) io.out(`                  ${printable(fix)}`)
  }
  if (findings.some(({ ok }) => !ok)) io.out('A rehearsal needs none of what is missing: gal run "<topic>" --model rehearsal')
  return 0
}
