import { join } from 'node:path'
import { pythonOf } from '../../sandbox/choose-python.ts'
import type { PythonBase } from './python-base.ts'
import { type PythonRecord, requirementsFile } from './python-record.ts'

/** A command of the making of an environment, and what people are told meanwhile. */
export type Step = { doing: string; command: string; args: string[] }

/** The pinned versions without their hashes, in the environment's folder: what is added later may not change them. */
export const constraintsIn = (folder: string): string => join(folder, 'constraints.txt')

/** Only wheels: to build a package would run its code on this machine. Compiled, because programs see all of it read-only. */
const fetching = 'Fetching and installing the packages (about 100 MB)'
const adding = ({ packages }: PythonRecord) => `Adding ${packages.join(', ')}`

const withUv = (uv: string, { python, version }: PythonBase, folder: string, wanted: PythonRecord): Step[] => {
  const install = ['pip', 'install', '--python', pythonOf(folder), '--only-binary', ':all:', '--compile-bytecode']
  return [
    {
      doing: `Making an environment with uv and Python ${version}`,
      command: uv,
      args: ['venv', '--no-project', '--python', python, folder],
    },
    { doing: fetching, command: uv, args: [...install, '--require-hashes', '--requirements', requirementsFile] },
    { doing: adding(wanted), command: uv, args: [...install, '--constraints', constraintsIn(folder), ...wanted.packages] },
  ]
}

const withPip = ({ python, version }: PythonBase, folder: string, wanted: PythonRecord): Step[] => {
  const command = pythonOf(folder)
  const install = ['-m', 'pip', 'install', '--disable-pip-version-check', '--no-input', '--only-binary', ':all:']
  return [
    { doing: `Making an environment with Python ${version}`, command: python, args: ['-m', 'venv', folder] },
    { doing: fetching, command, args: [...install, '--require-hashes', '--requirement', requirementsFile] },
    { doing: adding(wanted), command, args: [...install, '--constraint', constraintsIn(folder), ...wanted.packages] },
  ]
}

/** Imports what was installed, once: what cannot be loaded on this machine shows now, and not in a run. */
const trial = (folder: string): Step => ({
  doing: 'Trying the packages',
  command: pythonOf(folder),
  args: ['-E', '-s', '-c', 'import numpy, scipy.stats, pandas, sklearn.ensemble, matplotlib.pyplot'],
})

/** How an environment with what is wanted is made in an empty folder. */
export const pythonSteps = (base: PythonBase, folder: string, wanted: PythonRecord): Step[] => {
  const [make, install, add] = base.uv === undefined ? withPip(base, folder, wanted) : withUv(base.uv, base, folder, wanted)
  return [make, install, wanted.packages.length === 0 ? undefined : add, trial(folder)].filter((step) => step !== undefined)
}
