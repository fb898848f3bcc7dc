import { availableParallelism } from 'node:os'
import { cpuSeconds, fileBytes, openFiles, ownMemoryMiB, processesInside } from './resource-limits.ts'
import type { Language, RunSettings } from './sandbox.ts'
import { scratchMiB, treeLimits } from './tree-limits.ts'
import { resultFile } from './work-folder.ts'

type Plan = {
  docker: string
  image: string
  /** What the container is called, so that it can be ended from outside. */
  name: string
  /** The folder that becomes /lab, an absolute path, with an empty result file in it. */
  work: string
  /** Who the program is, as "uid:gid". */
  user: string
  language: Language
  settings: RunSettings
  env: Readonly<Record<string, string>>
  /** The interpreter, as the image's PATH has it, and its arguments. */
  command: readonly string[]
}

/** One field of what --mount takes, which is read as CSV. */
const field = (name: string, value: string): string => {
  const text = `${name}=${value}`
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
const mount = (from: string, to: string, ...how: string[]): string[] => [
  '--mount',
  ['type=bind', field('source', from), field('target', to), ...how].join(','),
]

const limits = ({ language, settings }: Plan): string[] => {
  const { processes, memoryMiB } = treeLimits(settings)
  const cpu = cpuSeconds(settings, availableParallelism())
  const ulimits = [
    `cpu=${cpu}:${cpu + 1}`,
    `fsize=${fileBytes}`,
    `nofile=${openFiles}`,
    'core=0',
    `data=${ownMemoryMiB(language, settings) * 1024 * 1024}`,
  ]
  return [
    ...['--pids-limit', String(Math.min(processes, processesInside))],
    // As much with swap as without: none.
    ...['--memory', `${memoryMiB}m`, '--memory-swap', `${memoryMiB}m`, '--shm-size', `${scratchMiB(settings)}m`],
    ...ulimits.flatMap((limit) => ['--ulimit', limit]),
  ]
}

/**
 * The command line that runs a program in a container with no network, no rights, a file system that cannot be written to, and its own
 * folder as /lab. Nothing is pulled.
 */
export const dockerCommand = (plan: Plan): string[] => {
  const { docker, image, name, work, user, settings, env, command } = plan
  const [interpreter = '', ...args] = command
  return [
    ...[docker, 'run', '--rm', '--name', name, '--pull', 'never', '--network', 'none', '--read-only', '--cap-drop', 'ALL'],
    // The first process of a container ignores signals and collects nobody: --init puts another there.
    ...['--security-opt', 'no-new-privileges', '--init', '--ipc', 'private', '--log-driver', 'none', '--hostname', 'lab', '--user', user],
    ...limits(plan),
    ...['--tmpfs', `/tmp:rw,nosuid,nodev,size=${scratchMiB(settings)}m,mode=1777`, ...mount(work, '/lab')],
    // What a program writes there must never pass for the result that is used again.
    ...mount(`${work}/${resultFile}`, `/lab/${resultFile}`, 'readonly'),
    ...['--workdir', '/lab', ...Object.entries(env).flatMap(([key, value]) => ['--env', `${key}=${value}`])],
    ...['--entrypoint', interpreter, image, ...args],
  ]
}

/** What ends a container, and removes it, whatever state it is in. */
export const dockerEnding = (docker: string, name: string): string[] => [docker, 'rm', '--force', name]
