import { randomUUID } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createFault } from '../core/fault.ts'
import { type Candidate, createRefusal } from './candidate.ts'
import { dockerCommand, dockerEnding } from './docker-command.ts'
import { programCommand, programEnv, type Tools } from './interpreters.ts'
import { once } from './once.ts'
import { dockerEnv, probeDocker } from './probe-docker.ts'
import { readSignal } from './read-signal.ts'
import { type Launch, runProgram } from './run-program.ts'
import type { Language, Program, ProgramResult, RunSettings, Sandbox } from './sandbox.ts'
import type { SandboxSettings } from './sandbox-settings.ts'
import { giveTo, unusedUser } from './unused-user.ts'
import { resultFile } from './work-folder.ts'

/** As the images' PATH has them. */
const interpreters: Record<Language, string> = { javascript: 'node', python: 'python3' }

/** The image's own PATH leads to its interpreter, which need not be where this machine's is. */
const { PATH: _, ...ownEnv } = programEnv
const containerEnv = { ...ownEnv, HOME: '/tmp', TMPDIR: '/tmp', MPLCONFIGDIR: '/tmp/matplotlib' }

/** Root gives the program to a user that owns nothing. Else its files must be the user's own, who is root inside where there is no real root. */
const userOf = (uid: number, rootless: boolean): string => {
  if (rootless) return '0:0'
  return process.getuid?.() === 0 ? `${uid}:${uid}` : `${process.getuid?.() ?? 65534}:${process.getgid?.() ?? 65534}`
}

/** Codes with which docker itself says that it did not run the command: its own mistake, one that cannot be started, one that is not there. */
const refusals = [125, 126, 127]

/** A program may end with such a code too, but then docker has said nothing. */
const withDockerFault = (result: ProgramResult): ProgramResult => {
  const said = result.output.split('\n').find((line) => line.startsWith('docker: '))
  if (!refusals.includes(result.exitCode ?? 0) || said === undefined) return result
  return { ...result, fault: createFault('unavailable', said) }
}

/**
 * A program in a container of docker sees its image and its own folder, /lab. No network, no rights, nothing else that it can write to.
 * The container is ended by its name, also when the driver dies.
 */
export const createDocker = (tools: Tools, docker: SandboxSettings['docker']): Sandbox => {
  const probe = once(() => probeDocker(tools, docker))

  const launch = async (rootless: boolean, program: Program, settings: RunSettings, work: string): Promise<Launch> => {
    const { language } = program
    const uid = unusedUser(work)
    await writeFile(join(work, resultFile), '')
    if (!rootless && process.getuid?.() === 0) await giveTo(uid, work)
    const name = `gal-${randomUUID()}`
    const command = dockerCommand({
      docker: docker.path,
      image: docker.images[language],
      name,
      work,
      user: userOf(uid, rootless),
      language,
      settings,
      env: containerEnv,
      command: programCommand[language](interpreters[language], settings),
    })
    return { command, env: dockerEnv(tools), ending: dockerEnding(docker.path, name) }
  }

  return {
    async run(program, settings, signal, onOutput) {
      const found = await probe()
      if ('problem' in found) return createRefusal(found).run(program, settings, signal, onOutput)
      const run = { sandbox: 'docker', program, settings, signal, onOutput }
      return withDockerFault(await runProgram(run, (folder) => launch(found.rootless, program, settings, folder), readSignal))
    },
  }
}

/** docker, as one of the ways to choose from. It cannot let programs reach chosen hosts: its images need not have what that takes. */
export const dockerCandidate = (tools: Tools, { docker, network }: SandboxSettings): Candidate => ({
  name: 'docker',
  async missing(signal) {
    if (network.length > 0)
      return { problem: 'in docker programs reach no hosts at all', hint: 'Leave sandbox.network empty, or use bubblewrap' }
    const found = await probeDocker(tools, docker, signal)
    return 'problem' in found ? found : undefined
  },
  sandbox: createDocker(tools, docker),
})
