import { existsSync } from 'node:fs'
import { availableParallelism, release } from 'node:os'
import type { Language, Program, RunSettings } from './sandbox.ts'

const prlimit = '/usr/bin/prlimit'
const MiB = 1024 * 1024

/** Bytes of one file. */
export const fileBytes = 256 * MiB
export const openFiles = 1024
/** Processes and threads, where they can be counted for one program alone. */
export const processesInside = 128

/**
 * What Node needs beside what a program allocates: it maps about 520 MiB of writable address space for compiled code before it
 * runs a line, without using it (measured with Node 24, VmData in /proc/self/status).
 */
export const nodeOwnMiB = 640

/** The memory that one process of a program may have. */
export const ownMemoryMiB = (language: Language, { memoryMiB }: RunSettings): number =>
  language === 'python' ? memoryMiB : memoryMiB + nodeOwnMiB

/** The processor time that so many cores have within the time limit. */
export const cpuSeconds = ({ seconds }: RunSettings, cores: number): number => Math.ceil(seconds * cores) + 1

/** Limits as prlimit takes them. Python's is of its whole address space; V8 reserves far more of that than it uses, so Node's is of writable memory. */
const memoryLimit = ({ language }: Program, settings: RunSettings) =>
  `${language === 'python' ? '--as' : '--data'}=${ownMemoryMiB(language, settings) * MiB}`

/** The signal that tells comes a second before the one that kills. */
const cpuLimit = (settings: RunSettings) => {
  const whole = cpuSeconds(settings, availableParallelism())
  return `--cpu=${whole}:${whole + 1}`
}

/**
 * Limits as every shell can set them; memory is not among them, because macOS does not hold to it. Files are counted in blocks of 512 bytes
 * (POSIX) or, by some shells, of 1024.
 */
const withUlimit = (settings: RunSettings, command: readonly string[]): string[] => {
  const set = `ulimit -c 0 && ulimit -t ${cpuSeconds(settings, availableParallelism())} && ulimit -f ${fileBytes / 512} && ulimit -n ${openFiles}`
  return ['/bin/sh', '-c', `${set} && exec "$@"`, 'sh', ...command]
}

/** Puts limits of the system before a command, where they can be set: prlimit is part of every Linux, and sh of every Unix. */
export const withResourceLimits = (program: Program, settings: RunSettings, command: readonly string[]): string[] => {
  if (process.platform === 'win32') return [...command]
  if (!existsSync(prlimit)) return withUlimit(settings, command)
  const limits = [cpuLimit(settings), `--fsize=${fileBytes}`, `--nofile=${openFiles}`, '--core=0', memoryLimit(program, settings)]
  return [prlimit, ...limits, '--', ...command]
}

/**
 * Puts a limit of processes and threads before a command that runs in a user namespace of its own. Since Linux 5.14 the
 * namespace's are counted for themselves; before, all of the user's on the machine were, which needs more room.
 */
export const withProcessLimit = (command: readonly string[]): string[] => {
  if (!existsSync(prlimit)) return [...command]
  const [major = 0, minor = 0] = release().split('.').map(Number)
  const processes = major > 5 || (major === 5 && minor >= 14) ? processesInside : 4096
  return [prlimit, `--nproc=${processes}`, '--', ...command]
}
