import { readFileSync } from 'node:fs'
import { z } from 'zod'

/** gal's version, as its package says. Read at run time, so that the sources and a built package find it in the same way. */
export const version: string = z
  .looseObject({ version: z.string() })
  .parse(JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))).version
