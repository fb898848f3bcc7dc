import type { Config } from '../lab/config.ts'
import { defaultSandbox, type SandboxSettings } from '../sandbox/index.ts'
import type { Machine } from './machine.ts'

/** How programs are kept in. Only a person at the command line can say that nothing need keep them in. */
export const sandboxOf = ({ experiments }: Config, { unsafe }: Machine): SandboxSettings => ({
  ...defaultSandbox,
  kind: experiments.sandbox,
  network: experiments.network,
  unsafe,
})
