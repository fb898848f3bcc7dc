import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { cacheFolder } from '../../api/cache-folder.ts'
import { exitStatus } from '../../core/error.ts'
import { runProcess } from '../../process/run-process.ts'
import { pythonFolder, pythonOf } from '../../sandbox/choose-python.ts'
import { corePackages, type DescribedPython, describePython, packagesToTell } from '../../sandbox/python-packages.ts'
import type { Io } from '../io.ts'
import { createProgressLine, type ProgressLine } from '../progress-line.ts'
import { environmentOf } from './environment-of.ts'
import { findPythonBase } from './python-base.ts'
import { pythonFailure } from './python-failure.ts'
import { isSameRecord, type PythonRecord, readPythonRecord, requirementsFile, wantedPython, writePythonRecord } from './python-record.ts'
import { constraintsIn, pythonSteps, type Step } from './python-steps.ts'
import { swapFolder } from './swap-folder.ts'

/** `packages`: what the configuration wants beside gal's own, each as name==version. `again`: also when all of it is there. */
export type PythonWish = { again: boolean; packages: readonly string[] }

/** Of all that pip and uv say, the lines that show that something moves. Files and addresses tell people nothing. */
const movement = /^\s*((?:Collecting|Downloading|Prepared|Installed|Bytecode compiled) (?!\S*(?:\/|\.whl))[^\s(]+(?: packages| files)?)/

const heard = (line: ProgressLine) => {
  let rest = ''
  return (text: string): void => {
    const lines = `${rest}${text}`.split('\n')
    rest = lines.pop() ?? ''
    for (const one of lines) {
      const what = movement.exec(one)?.[1]
      if (what !== undefined) line.show({ what })
    }
  }
}

const carryOut = async (io: Io, line: ProgressLine, step: Step): Promise<void> => {
  line.show({ what: `${step.doing} …` })
  // A Python of the user's own environment would leak into what is made.
  const env = Object.fromEntries(Object.entries(environmentOf(io)).filter(([name]) => !/^PYTHON|^VIRTUAL_ENV$|^CONDA_PREFIX$/.test(name)))
  const spec = { command: step.command, args: step.args, cwd: dirname(requirementsFile), env, seconds: 1800, outputChars: 60_000 }
  const ended = await runProcess(spec, io.interrupt, heard(line))
  if (ended.exitCode !== 0) throw pythonFailure(step, ended)
}

/** Scripts beside the interpreter name the folder that they were made in, and would not start from where it is moved to. */
const removeScripts = (folder: string): void => {
  const scripts = dirname(pythonOf(folder))
  for (const name of readdirSync(scripts)) if (!/^python[\d.w]*(\.exe)?$/.test(name)) rmSync(join(scripts, name), { recursive: true })
}

const make = async (io: Io, folder: string, wanted: PythonRecord): Promise<void> => {
  const line = createProgressLine(io)
  const base = await findPythonBase(environmentOf(io))
  const pins = readFileSync(requirementsFile, 'utf8')
    .split('\n')
    .filter((text) => /^\w/.test(text))
    .map((text) => text.replace(/\s*\\$/, ''))
  // Programs are run by another user when gal is root's: all may read what root makes here.
  const mask = process.umask(0o022)
  try {
    await swapFolder(folder, async (neighbour) => {
      for (const [index, step] of pythonSteps(base, neighbour, wanted).entries()) {
        await carryOut(io, line, step)
        if (index === 0) writeFileSync(constraintsIn(neighbour), `${pins.join('\n')}\n`)
      }
      removeScripts(neighbour)
      writePythonRecord(neighbour, wanted)
    })
  } finally {
    process.umask(mask)
    line.end()
  }
}

const ask = (io: Io, folder: string, packages: readonly string[]) =>
  describePython(
    { pythonPath: pythonOf(folder), env: io.env.PATH === undefined ? {} : { PATH: io.env.PATH } },
    packagesToTell(packages),
    io.interrupt,
  )

/** The environment as it is, when it is what is wanted and its Python answers. */
const asWanted = async (io: Io, folder: string, wanted: PythonRecord): Promise<DescribedPython | undefined> => {
  const before = readPythonRecord(folder)
  if (before === undefined || !isSameRecord(before, wanted)) return undefined
  const found = await ask(io, folder, wanted.packages)
  return 'problem' in found || corePackages.some((name) => !found.packages[name]) ? undefined : found
}

const tell = ({ version, packages }: DescribedPython): string =>
  `Python ${version} with ${Object.entries(packages)
    .flatMap(([name, release]) => (release === null ? [] : [`${name} ${release}`]))
    .join(', ')}`

/**
 * Makes the Python that programs of experiments are run by, in the cache of gal's user: whole, or not at all. Throws GalError
 * with what to do: no Python, no venv, no network, a package that is not what it should be.
 */
export const setupPython = async (io: Io, { again, packages }: PythonWish): Promise<number> => {
  const folder = pythonFolder(cacheFolder(io.env))
  const wanted = wantedPython(packages)
  const there = again ? undefined : await asWanted(io, folder, wanted)
  if (there) {
    io.out(`It is there: ${tell(there)}, in ${folder}. gal setup python --again makes it anew.`)
    return exitStatus.complete
  }
  try {
    await make(io, folder, wanted)
  } catch (error) {
    if (!io.interrupt.aborted) throw error
    io.err('gal: stopped; nothing was left')
    return exitStatus.interrupted
  }
  const made = await ask(io, folder, packages)
  io.out(`Programs of experiments are run by ${'problem' in made ? folder : `${tell(made)}, in ${folder}`}.`)
  if (io.env.GAL_PYTHON) io.out(`Not yet: GAL_PYTHON is set, and names ${io.env.GAL_PYTHON}.`)
  return exitStatus.complete
}
