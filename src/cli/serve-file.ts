import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Tokens } from './tokens.ts'

const content = z.looseObject({ url: z.url(), token: z.string().nullable(), audienceToken: z.string().nullable(), pid: z.int() })
export type ServeFile = z.infer<typeof content>

const fileIn = (folder: string): string => join(folder, 'gal-serve.json')

/** What a server left in the folder of runs for other programs; its process may have died since. */
export const readServeFile = (folder: string): ServeFile | undefined => {
  try {
    return content.parse(JSON.parse(readFileSync(fileIn(folder), 'utf8')))
  } catch {
    return undefined // It is gone, or another program's: then it is nobody's here.
  }
}

/**
 * Writes `gal-serve.json` into the folder of runs, for other programs of the same user: where the server is, and what opens it.
 * Nobody else can read it. Gives the function that takes it away, unless a later server has put its own there.
 */
export const writeServeFile = (folder: string, url: string, { token, audienceToken }: Tokens): (() => void) => {
  const file = fileIn(folder)
  const { pid } = process
  // Written anew: a file that is there already would keep the rights that it has.
  rmSync(file, { force: true })
  const told: ServeFile = { url, token: token ?? null, audienceToken: audienceToken ?? null, pid }
  writeFileSync(file, `${JSON.stringify(told, null, 2)}\n`, { mode: 0o600, flag: 'wx' })
  return () => {
    if (readServeFile(folder)?.pid === pid) rmSync(file, { force: true })
  }
}
