import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readFileSync, rmdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { findGodot, type Godot, howToGetGodot } from '../../src/cli/godot/find-godot.ts'
import { importProject, isImported, packagedProject } from '../../src/cli/godot/viewer-project.ts'
import { until } from '../support/gal.ts'

const found = await findGodot(process.env)
export const godot: Godot | undefined = 'problem' in found ? undefined : found
/** Stands in the name of what is skipped where there is no Godot; empty where there is one. */
export const why = 'problem' in found ? ` (skipped: ${found.problem}; ${howToGetGodot})` : ''
export const project = packagedProject

const godotHere = (): Godot => {
  if (!godot) throw new Error(why)
  return godot
}

const lock = join(project, '.godot-import')
/** After so long, in ms, whoever held the lock is dead. */
const stale = 120_000

const take = (): boolean => {
  try {
    mkdirSync(lock)
    return true
  } catch {
    if (existsSync(lock) && Date.now() - statSync(lock).mtimeMs > stale) rmdirSync(lock)
    return false
  }
}

/** Lets Godot see the project as it is now. Two at once would write over each other. */
export const imported = async (): Promise<void> => {
  const here = godotHere()
  if (isImported(project, here)) return
  if (!(await until(take, stale))) throw new Error(`${lock} is never free`)
  try {
    if (!isImported(project, here)) await importProject(here, project, process.env)
  } finally {
    rmdirSync(lock)
  }
}

export type Viewer = {
  child: ChildProcess
  /** All that it printed so far. */
  said(): string
  ended: Promise<number | null>
  kill(): Promise<void>
}

/** Starts a real Godot without a window; what it keeps for its user lies in `home`. It is ended with the test. */
export const startGodot = (args: readonly string[], home: string): Viewer => {
  const env = { ...process.env, XDG_DATA_HOME: home, XDG_CONFIG_HOME: home, GAL_TOKEN: '' }
  const child = spawn(godotHere().path, ['--headless', '--path', project, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (data: Buffer) => {
      said += data.toString()
    })
  const ended = once(child, 'close').then(([status]) => status as number | null)
  const kill = async () => {
    child.kill('SIGKILL')
    await ended
  }
  return { child, said: () => said, ended, kill }
}

/** The lab's time runs as fast as this machine can, a sixtieth of a second in each frame: nobody is late because it is busy. */
export const fast = ['--fixed-fps', '60']

/** Starts the viewer itself, with the words of its own command line. */
export const startViewer = (words: readonly string[], home: string, engine: readonly string[] = []): Viewer => {
  const viewer = startGodot([...engine, '--', ...words], home)
  onTestFinished(viewer.kill)
  return viewer
}

/** What godot/main/lab_report.gd writes. */
export type Line = {
  line: 'turn' | 'place' | 'bubble' | 'link' | 'jump' | 'caught-up' | 'end'
  ms: number
  seq?: number
  turn?: string
  role?: string
  seat?: number
  phase?: string
  /** Whether there is such a figure. */
  there?: boolean
  room?: string
  bound_for?: string
  /** It does not walk. */
  stands?: boolean
  text?: string
  state?: unknown
  why?: string
  entries?: number
  people?: Record<string, string>
}

/** The whole lines of a report so far. */
export const readReport = (file: string): Line[] =>
  existsSync(file)
    ? readFileSync(file, 'utf8')
        .split('\n')
        .slice(0, -1)
        .map((text) => JSON.parse(text) as Line)
    : []

/** What engine and scripts complain of while it runs, line by line. */
export const errorsIn = (said: string): string[] =>
  said.split('\n').filter((line) => /^(SCRIPT |USER )?ERROR:/.test(line) && !line.includes('at exit'))
