import { closeSync, constants, fstatSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { isPrivate } from './godot/is-private.ts'
import { isThisMachine } from './godot/this-machine.ts'
import type { Tokens } from './tokens.ts'

const content = z.looseObject({ url: z.string(), token: z.string().nullable(), audienceToken: z.string().nullable(), pid: z.int() })
export type ServeFile = z.infer<typeof content>

const fileIn = (folder: string): string => join(folder, 'gal-serve.json')

const openPrivate = (file: string): number => {
  // Undefined on Windows. Without waiting: a pipe may lie there.
  const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)
  return openSync(file, flags)
}

const readPrivate = (file: string): string | undefined => {
  const opened = openPrivate(file)
  try {
    const stats = fstatSync(opened)
    return stats.isFile() && isPrivate(stats) ? readFileSync(opened, 'utf8') : undefined
  } finally {
    closeSync(opened)
  }
}

/** The server's name and port alone, as URL writes them: without a control character. Undefined when it is no server on this machine. */
const ownServer = (told: string): string | undefined => {
  const url = URL.canParse(told) ? new URL(told) : undefined
  const isPlain = url?.protocol === 'http:' && url.username === '' && url.password === ''
  return isPlain && isThisMachine(url.hostname) ? url.origin : undefined
}

/**
 * What a server left in the folder of runs for other programs; its process may have died since. The folder may come from anywhere, so
 * only a file that is the user's alone is believed, and only a server on this machine.
 */
export const readServeFile = (folder: string): ServeFile | undefined => {
  try {
    const told = content.parse(JSON.parse(readPrivate(fileIn(folder)) ?? ''))
    const url = ownServer(told.url)
    return url === undefined ? undefined : { ...told, url }
  } catch {
    return undefined // It is gone, or another program's: then it is nobody's here.
  }
}

const writerOf = (file: string): number | undefined => {
  try {
    return content.parse(JSON.parse(readFileSync(file, 'utf8'))).pid
  } catch {
    return undefined // It is gone, or another program's: then it is not ours to take away.
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
    if (writerOf(file) === pid) rmSync(file, { force: true })
  }
}
