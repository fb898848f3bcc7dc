import { describe } from 'vitest'
import { createDocker } from '../../src/sandbox/docker.ts'
import { defaultSandbox } from '../../src/sandbox/index.ts'
import { probeDocker } from '../../src/sandbox/probe-docker.ts'
import { conformsToSandbox, testTools } from '../../src/sandbox/sandbox.conformance.ts'
import { withResultFile } from '../../src/sandbox/with-result-file.ts'

const { docker } = defaultSandbox
const isNeeded = (name: string) => name === 'HOME' || name.startsWith('DOCKER_')
const env = Object.entries(process.env).flatMap(([name, value]) => (isNeeded(name) && value !== undefined ? [[name, value]] : []))
const tools = { ...testTools, env: { ...testTools.env, ...Object.fromEntries(env) } }
const probe = await probeDocker(tools, docker)
const absent = 'problem' in probe

/** The same suite that `npm test` runs with a stand-in. */
describe.skipIf(absent)(`a real docker${absent ? ` (skipped: ${probe.problem}; ${probe.hint})` : ''}`, () => {
  conformsToSandbox(withResultFile(createDocker(tools, docker)))
})
