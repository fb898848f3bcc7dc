import type { Language } from './sandbox.ts'

/** `auto` takes the first of bubblewrap, docker and macos that works here, and refuses where none does. */
export const sandboxKinds = ['auto', 'bubblewrap', 'docker', 'macos', 'refuse'] as const

/** How the programs that a model wrote are kept in. */
export type SandboxSettings = {
  kind: (typeof sandboxKinds)[number]
  /** Hosts that programs may reach on ports 80 and 443, by their exact names; none unless named. Only bubblewrap can do it. */
  network: readonly string[]
  /** Nothing keeps programs in but limits of time and memory: they can read keys and write anywhere. Only a person may say so. */
  unsafe: boolean
  docker: {
    /** A path, or a name that is looked up on the PATH. */
    path: string
    /** The image that a language's programs run in. It must be on this machine: none is ever pulled. */
    images: Readonly<Record<Language, string>>
  }
  /** macOS has it at this path. */
  sandboxExecPath: string
}

export const defaultSandbox: SandboxSettings = {
  kind: 'auto',
  network: [],
  unsafe: false,
  docker: { path: 'docker', images: { javascript: 'node:24-slim', python: 'python:3.13-slim' } },
  sandboxExecPath: '/usr/bin/sandbox-exec',
}
