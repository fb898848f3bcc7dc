import { existsSync } from 'node:fs'
import { availableParallelism, release } from 'node:os'
import type { Program, RunSettings } from './sandbox.ts'

const prlimit = '/usr/bin/prlimit'
const MiB = 1024 * 1024

/**
 * What Node needs beside what a program allocates: it maps about 520 MiB of writable address space for compiled code before it
 * runs a line, without using it (measured with Node 24, VmData in /proc/self/status).
 */
const nodeOwnMiB = 640

/** Limits as prlimit takes them. Python's is of its whole address space; V8 reserves far more of that than it uses, so Node's is of writable memory. */
const memoryLimit = ({ language }: Program, memoryMiB: number) =>
  language === 'python' ? `--as=${memoryMiB * MiB}` : `--data=${(memoryMiB + nodeOwnMiB) * MiB}`

/** The processor time that all cores have within the time limit; the signal that tells comes a second before the one that kills. */
const cpuLimit = (seconds: number) => {
  const whole = Math.ceil(seconds * availableParallelism()) + 1
  return `--cpu=${whole}:${whole + 1}`
}

/** Puts limits of the system before a command, where they can be set: prlimit is part of every Linux. */
export const withResourceLimits = (program: Program, { seconds, memoryMiB }: RunSettings, command: readonly string[]): string[] => {
  if (!existsSync(prlimit)) return [...command]
  return [prlimit, cpuLimit(seconds), '--fsize=268435456', '--nofile=1024', '--core=0', memoryLimit(program, memoryMiB), '--', ...command]
}

/**
 * Puts a limit of processes and threads before a command that runs in a user namespace of its own. Since Linux 5.14 the
 * namespace's are counted for themselves; before, all of the user's on the machine were, which needs more room.
 */
export const withProcessLimit = (command: readonly string[]): string[] => {
  if (!existsSync(prlimit)) return [...command]
  const [major = 0, minor = 0] = release().split('.').map(Number)
  const processes = major > 5 || (major === 5 && minor >= 14) ? 128 : 4096
  return [prlimit, `--nproc=${processes}`, '--', ...command]
}
