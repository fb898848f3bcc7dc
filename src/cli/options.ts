import { existsSync } from 'node:fs'
import { type ConfigInput, createLab, createMachine, type Lab, type LoadedConfig, loadConfig } from '../api/index.ts'
import type { Io } from './io.ts'
import { printable } from './printable.ts'

/** The options that most commands share, as commander gives them. */
export type Options = {
  config?: string
  set?: string[]
  model?: string
  runs?: string
  seed?: string
  host?: string
  port?: string
  serve?: boolean
  restPort?: string
  allowOrigin?: string[]
  /** True: with a value of gal's own making. */
  token?: string | true
  audienceToken?: string | true
  json?: boolean
  plain?: boolean
  unsafeExec?: boolean
}

/** Options that set a key of the configuration, and the key. */
const keys = {
  model: 'model',
  runs: 'runs',
  seed: 'seed',
  host: 'host',
  port: 'port',
  restPort: 'rest-port',
  allowOrigin: 'allowed-origins',
} as const satisfies Partial<Record<keyof Options, string>>

/** Flags that were really given, under the names of their config keys. */
const flagsOf = (options: Options): Record<string, unknown> => ({
  ...Object.fromEntries(
    Object.entries(keys).flatMap(([name, key]) => {
      const value = options[name as keyof typeof keys]
      return value === undefined ? [] : [[key, value]]
    }),
  ),
  ...(options.serve === false ? { serve: false } : {}),
})

/** Where the configuration comes from: the file named, or config.yaml here if there is one; then the environment; then the flags. */
export const configInput = (options: Options, io: Pick<Io, 'env'>): ConfigInput => {
  const file = options.config ?? (existsSync('config.yaml') ? 'config.yaml' : undefined)
  return { ...(file === undefined ? {} : { file }), env: io.env, flags: flagsOf(options), sets: options.set ?? [] }
}

/** The effective configuration; its warnings are printed. */
export const configFor = (options: Options, io: Io): LoadedConfig => {
  const loaded = loadConfig(configInput(options, io))
  for (const warning of loaded.warnings) io.err(`gal: ${printable(warning)}`)
  return loaded
}

/** Opens the lab that the options mean, hands it over, and closes it whatever happens. */
export const withLab = async <Result>(
  options: Options,
  io: Io,
  use: (lab: Lab, loaded: LoadedConfig) => Promise<Result> | Result,
): Promise<Result> => {
  const loaded = configFor(options, io)
  const lab = createLab({
    config: loaded.config,
    secrets: loaded.secrets,
    machine: createMachine(io.env, { unsafe: options.unsafeExec === true }),
  })
  try {
    return await use(lab, loaded)
  } finally {
    lab.close()
  }
}
