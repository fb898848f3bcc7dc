import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join, resolve } from 'node:path'
import { type ProcessEnd, runProcess } from '../../process/run-process.ts'
import { searchFolders } from './search-path.ts'

type Running = {
  env: Readonly<Record<string, string | undefined>>
  /** What opens the server that is looked at. Without it Godot is told none, whatever the environment holds. */
  token?: string
  /** How long it may take; without it, as long as it likes. */
  seconds?: number
  signal?: AbortSignal
  onOutput?: (text: string) => void
}

const secrets: ReadonlySet<string> = new Set(['GAL_TOKEN', 'GAL_AUDIENCE_TOKEN'])

/** The whole environment, for a window needs its display, its session and the user's own folders; but no token, and no PATH that moves. */
const environment = (env: Running['env']): Record<string, string> =>
  Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => {
      if (value === undefined || secrets.has(name.toUpperCase())) return []
      return [[name, name.toUpperCase() === 'PATH' ? searchFolders(value).join(delimiter) : value]]
    }),
  )

/**
 * Runs a Godot to its end, in an empty folder that is the user's alone: in one that others write to, a program or a library could wait.
 * @param path absolute
 */
export const runGodot = async (
  path: string,
  args: readonly string[],
  { env, token, seconds = Number.POSITIVE_INFINITY, signal = AbortSignal.any([]), onOutput = () => undefined }: Running,
): Promise<ProcessEnd> => {
  const cwd = mkdtempSync(join(resolve(tmpdir()), 'gal-godot-'))
  const told = { ...environment(env), ...(token === undefined ? {} : { GAL_TOKEN: token }) }
  try {
    return await runProcess({ command: path, args, cwd, env: told, seconds, outputChars: 20_000 }, signal, onOutput)
  } finally {
    rmSync(cwd, { recursive: true, force: true })
  }
}
