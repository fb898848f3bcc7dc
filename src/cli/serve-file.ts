import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Tokens } from './tokens.ts'

const owned = z.looseObject({ pid: z.int() })

const ownerOf = (file: string): number | undefined => {
  try {
    return owned.parse(JSON.parse(readFileSync(file, 'utf8'))).pid
  } catch {
    return undefined // It is gone, or another program's: then it is nobody's here.
  }
}

/**
 * Writes `gal-serve.json` into the folder of runs, for other programs of the same user: where the server is, and what opens it.
 * Nobody else can read it. Gives the function that takes it away, unless a later server has put its own there.
 */
export const writeServeFile = (folder: string, url: string, { token, audienceToken }: Tokens): (() => void) => {
  const file = join(folder, 'gal-serve.json')
  const { pid } = process
  // Written anew: a file that is there already would keep the rights that it has.
  rmSync(file, { force: true })
  const content = { url, token: token ?? null, audienceToken: audienceToken ?? null, pid }
  writeFileSync(file, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600, flag: 'wx' })
  return () => {
    if (ownerOf(file) === pid) rmSync(file, { force: true })
  }
}
