import { createMachine, type LoadedConfig, loadConfig, whereSet } from '../../api/index.ts'
import type { Machine } from '../../api/machine.ts'
import { GalError } from '../../core/error.ts'
import type { Io } from '../io.ts'
import { configFor, configInput, type Options } from '../options.ts'

/** What the checks go by. `trouble` is why the configuration could not be read: then the defaults stand in for it. */
export type Given = {
  io: Io
  machine: Machine
  loaded: LoadedConfig
  trouble?: GalError
  /** The configuration's file, if there is one. */
  file?: string
  secret(name: string): string | undefined
  /** Where a key such as `model` was set, in words; nothing for a default. */
  setAt(key: string): string | undefined
}

/** The folder for runs is asked about even when the configuration beside it is wrong. */
const withoutConfig = ({ runs }: Options): LoadedConfig => {
  try {
    return loadConfig({ flags: runs === undefined ? {} : { runs } })
  } catch (error) {
    if (error instanceof GalError) return loadConfig({})
    throw error
  }
}

const load = (io: Io, options: Options): { loaded: LoadedConfig; trouble?: GalError } => {
  try {
    // What is to be said of the configuration is a finding.
    return { loaded: configFor(options, { ...io, err: () => undefined }) }
  } catch (error) {
    if (!(error instanceof GalError)) throw error
    return { loaded: withoutConfig(options), trouble: error }
  }
}

export const givenFor = (io: Io, options: Options): Given => {
  const read = load(io, options)
  const input = configInput(options, io)
  return {
    io,
    ...read,
    ...(input.file === undefined ? {} : { file: input.file }),
    machine: createMachine(io.env),
    secret: (name) => read.loaded.secrets.get(name) ?? io.env[name],
    setAt: (key) => (read.trouble ? undefined : whereSet(input, key.split('.'))),
  }
}
