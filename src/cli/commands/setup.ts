import { GalError } from '../../core/error.ts'
import type { Io } from '../io.ts'
import { configFor, type Options } from '../options.ts'
import { setupLlama } from '../setup/llama.ts'
import { setupPython } from '../setup/python.ts'

type SetupOptions = Options & { again?: boolean }

/** What can be set up, by the word after the command. */
const things: Readonly<Record<string, (io: Io, options: SetupOptions) => Promise<number>>> = {
  llama: (io) => setupLlama(io),
  python: (io, { again = false, ...options }) => setupPython(io, { again, packages: configFor(options, io).config.experiments.packages }),
}

/** Installs for gal's user what only some people need. Throws GalError `bad-option` for what it does not know. */
export const setup = async (io: Io, options: SetupOptions, thing: string): Promise<number> => {
  const install = Object.hasOwn(things, thing) ? things[thing] : undefined
  if (!install)
    throw new GalError(
      'bad-option',
      `gal setup knows no ${JSON.stringify(thing.slice(0, 40))}`,
      `it knows: ${Object.keys(things).join(', ')}`,
    )
  return install(io, options)
}
