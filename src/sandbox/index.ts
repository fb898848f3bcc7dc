import { bubblewrapCandidate } from './bubblewrap.ts'
import { type Candidate, createRefusal, firstThatWorks, type Missing } from './candidate.ts'
import { dockerCandidate } from './docker.ts'
import type { Tools } from './interpreters.ts'
import { createLimits } from './limits.ts'
import { macosCandidate } from './macos.ts'
import { once } from './once.ts'
import type { Program, Sandbox } from './sandbox.ts'
import { defaultSandbox, type SandboxSettings } from './sandbox-settings.ts'
import { withResultFile } from './with-result-file.ts'

export { choosePython } from './choose-python.ts'
export type { Tools } from './interpreters.ts'
export { probeBubblewrap } from './probe-bubblewrap.ts'
export { describePython, packagesToTell, tellPython } from './python-packages.ts'
export { defaultSandbox, type SandboxSettings, sandboxKinds } from './sandbox-settings.ts'

/** In this order. */
const candidatesOf = (tools: Tools, settings: SandboxSettings): Candidate[] => [
  bubblewrapCandidate(tools, settings.network),
  dockerCandidate(tools, settings),
  macosCandidate(tools, settings),
]

const refused: Missing = { problem: 'sandbox.kind is refuse', hint: 'Set it to auto, and programs are run where a sandbox works' }

/** The way in which programs that a model wrote are run here, found by trying; or why there is none, and what to do. */
const chooseSandbox = async (tools: Tools, settings: SandboxSettings, signal: AbortSignal): Promise<Candidate | Missing> => {
  if (settings.kind === 'refuse') return refused
  const candidates = candidatesOf(tools, settings).filter(({ name }) => settings.kind === 'auto' || settings.kind === name)
  return firstThatWorks(candidates, signal)
}

/** The name of the way in which programs that a model wrote are run here; or why there is none, and what to do. */
export const probeSandbox = async (
  tools: Tools,
  settings: SandboxSettings = defaultSandbox,
  signal: AbortSignal = AbortSignal.any([]),
): Promise<{ name: string } | Missing> => {
  if (settings.unsafe) return { name: 'limits' }
  const chosen = await chooseSandbox(tools, settings, signal)
  return 'problem' in chosen ? chosen : { name: chosen.name }
}

/** The sandbox that is chosen at the first program, which is when it is first needed. */
const createChosen = (tools: Tools, settings: SandboxSettings): Sandbox => {
  const choose = once(() => chooseSandbox(tools, settings, AbortSignal.any([])))
  return {
    async run(...program) {
      const chosen = await choose()
      return ('problem' in chosen ? createRefusal(chosen) : chosen.sandbox).run(...program)
    },
  }
}

/**
 * The way in which all programs are run. A program that `trusts` knows runs with limits, so that a rehearsal is the same on
 * every machine; every other in the first sandbox that works here, or it is refused with a hint; with `unsafe` all run with
 * limits. Finished results are used again.
 */
export const createSandbox = (
  tools: Tools & { trusts: (program: Program) => boolean },
  settings: SandboxSettings = defaultSandbox,
): Sandbox => {
  const trusts = settings.unsafe ? () => true : tools.trusts
  const limits = withResultFile(createLimits({ ...tools, trusts }))
  const chosen = withResultFile(createChosen(tools, settings))
  return {
    run: (program, ...rest) => (trusts(program) ? limits : chosen).run(program, ...rest),
  }
}
