import { resolve } from 'node:path'
import { cacheFolder } from '../../api/cache-folder.ts'
import type { Lab, LoadedConfig } from '../../api/index.ts'
import { version } from '../../api/version.ts'
import { GalError } from '../../core/error.ts'
import { addressOf } from '../godot/address-of.ts'
import { findGodot, type Godot, howToGetGodot } from '../godot/find-godot.ts'
import { findServer, type Server } from '../godot/find-server.ts'
import { checkRecord } from '../godot/record.ts'
import { runGodot } from '../godot/run-godot.ts'
import { viewWords } from '../godot/view-words.ts'
import { importProject, isImported, openProject, packagedProject } from '../godot/viewer-project.ts'
import type { Io } from '../io.ts'
import { configFor, type Options, withLab } from '../options.ts'
import { printable } from '../printable.ts'
import { serveLab } from '../serve-lab.ts'
import { tokensFor } from '../tokens.ts'

type ViewOptions = Omit<Options, 'token'> & { url?: string; token?: string; replay?: string; example?: boolean }

/** What the viewer is told to show, and what a person is told of it. */
type Shown = { args: readonly string[]; token?: string; what: string }

const godotHere = async (io: Io): Promise<Godot> => {
  const found = await findGodot(io.env)
  if ('problem' in found) throw new GalError('no-viewer', found.problem, howToGetGodot)
  const bringsDisplay = found.path.endsWith('-xvfb')
  if (process.platform === 'linux' && !bringsDisplay && !io.env.DISPLAY && !io.env.WAYLAND_DISPLAY)
    throw new GalError(
      'no-viewer',
      'there is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set)',
      'gal serve shows the same in a browser, gal watch in the terminal',
    )
  return found
}

/** The token is told by the environment: a command line can be read by everybody on the machine. */
const follow = ({ url, token }: Server, run: string): Shown => ({
  args: [`--url=${url}`, `--run=${run}`],
  ...(token === undefined ? {} : { token }),
  what: `${run} · ${url}`,
})

type Opening = { io: Io; godot: Godot; packaged: string }

/** Opens the window and waits until it is closed, or for Ctrl-C. */
const open = async ({ io, godot, packaged }: Opening, { config }: LoadedConfig, { args, what, ...shown }: Shown): Promise<number> => {
  const words = viewWords[config.ui.language]
  const project = openProject(packaged, cacheFolder(io.env), version)
  if (!isImported(project, godot)) {
    io.err(words.importing)
    await importProject(godot, project, io.env)
  }
  io.err(words.opening(godot.version, printable(what)))
  const end = await runGodot(godot.path, ['--path', project, '--', ...args], { env: io.env, signal: io.interrupt, ...shown })
  if (end.cancelled || end.exitCode === 0) return 0
  throw new GalError(
    'no-viewer',
    `the viewer ended with ${end.signal ?? `exit status ${end.exitCode}`}`,
    end.spawnError ?? end.output.trim().split('\n').slice(-5).join('\n'),
  )
}

/** The run that is meant; without a name the last one, and `latest` where there is none yet: the viewer can begin one. */
const runIn = (lab: Lab, name: string | undefined): string | undefined =>
  name === undefined && lab.runs().length === 0 ? undefined : lab.find(name ?? 'latest')

/** On a port that is free, on this machine alone: whatever the configuration opens to others is not opened by looking on. */
const serveHere = async (lab: Lab, io: Io, use: (server: Server) => Promise<number>): Promise<number> => {
  const { 'rest-port': _, ...config } = lab.config
  const tokens = tokensFor({}, io)
  const server = await serveLab({ ...lab, config: { ...config, host: 'localhost', port: 0 } }, io, tokens)
  try {
    return await use({ url: server.url, ...(tokens.token === undefined ? {} : { token: tokens.token }) })
  } finally {
    await server.close()
  }
}

const recordFor = ({ replay, example }: ViewOptions): Shown | undefined => {
  if (example && replay !== undefined)
    throw new GalError('bad-option', '--replay and --example: one of both', 'each plays a record of its own')
  if (example) return { args: ['--replay=res://example/rehearsal.jsonl'], what: 'example' }
  if (replay === undefined) return undefined
  const file = resolve(replay)
  checkRecord(file)
  return { args: [`--replay=${file}`], what: file }
}

/** `gal view` with the project in this folder. */
export const viewWith =
  (packaged: string) =>
  async (io: Io, options: ViewOptions, name?: string): Promise<number> => {
    const { token: given, ...common } = options
    const record = recordFor(options)
    const address = options.url === undefined ? undefined : addressOf(options.url)
    const opening = { io, godot: await godotHere(io), packaged }
    const token = given ?? address?.token ?? (io.env.GAL_TOKEN?.trim() || undefined)
    if (record) return open(opening, configFor(common, io), record)
    if (address) {
      const server = { url: address.url, ...(token === undefined ? {} : { token }) }
      return open(opening, configFor(common, io), follow(server, name ?? 'latest'))
    }
    return withLab(common, io, async (lab, loaded) => {
      const run = runIn(lab, name)
      const found = await findServer(lab, run, token)
      if (found) return open(opening, loaded, follow(found, run ?? 'latest'))
      return serveHere(lab, io, (server) => {
        io.err(viewWords[loaded.config.ui.language].serving(server.url))
        return open(opening, loaded, follow(server, run ?? 'latest'))
      })
    })
  }

/** Opens the laboratory in Godot: on a server that is named or found, else on one of its own; or on a record in a file. */
export const view = viewWith(packagedProject)
