import { runProcess } from '../process/run-process.ts'
import type { Missing } from './candidate.ts'
import type { Tools } from './interpreters.ts'
import type { SandboxSettings } from './sandbox-settings.ts'

/** What a trial of docker showed. `rootless`: the user who runs the engine is root inside, and no other user's files are theirs. */
export type DockerProbe = { rootless: boolean } | Missing

/** Where the client finds its engine. A program in a container gets none of it. */
const clientNames = [
  'PATH',
  'HOME',
  'XDG_RUNTIME_DIR',
  'DOCKER_HOST',
  'DOCKER_CONTEXT',
  'DOCKER_CONFIG',
  'DOCKER_TLS_VERIFY',
  'DOCKER_CERT_PATH',
]
export const dockerEnv = ({ env }: Tools): Record<string, string> =>
  Object.fromEntries(clientNames.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]]])))

const lastLine = (output: string) => output.trim().split('\n').at(-1) ?? ''

/** Asks the engine whether it is there and has the images; an engine that is starting may take seconds to answer. */
export const probeDocker = async (
  tools: Tools,
  { path, images }: SandboxSettings['docker'],
  signal: AbortSignal = AbortSignal.any([]),
): Promise<DockerProbe> => {
  const ask = (args: string[]) =>
    runProcess({ command: path, args, cwd: '/', env: dockerEnv(tools), seconds: 20, outputChars: 4000 }, signal, () => undefined)
  const info = await ask(['info', '--format', '{{.ServerVersion}} {{.SecurityOptions}}'])
  if (info.exitCode !== 0) {
    const hint = info.spawnError === undefined ? 'Start it' : 'Install Docker, and start it'
    return { problem: info.spawnError ?? `no engine of docker answers: ${lastLine(info.output)}`, hint }
  }
  const names = [...new Set(Object.values(images))]
  const found = await Promise.all(names.map(async (name) => (await ask(['image', 'inspect', '--format', '{{.Id}}', name])).exitCode === 0))
  const absent = names.filter((_, index) => !found[index])
  if (absent.length === 0) return { rootless: info.output.includes('name=rootless') }
  return { problem: `docker has no image ${absent.join(' and no image ')}`, hint: `Get it: docker pull ${absent.join('; docker pull ')}` }
}
