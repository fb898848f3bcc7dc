import { tmpdir } from 'node:os'
import { type ProcessEnd, runProcess } from '../../process/run-process.ts'

type Running = {
  env: Readonly<Record<string, string | undefined>>
  /** How long it may take; without it, as long as it likes. */
  seconds?: number
  signal?: AbortSignal
  onOutput?: (text: string) => void
}

/** Runs a Godot to its end, with the whole environment: a window needs its display, its session and the user's own folders. */
export const runGodot = (
  path: string,
  args: readonly string[],
  { env, seconds = Number.POSITIVE_INFINITY, signal = AbortSignal.any([]), onOutput = () => undefined }: Running,
): Promise<ProcessEnd> => {
  const set = Object.fromEntries(Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])))
  return runProcess({ command: path, args, cwd: tmpdir(), env: set, seconds, outputChars: 20_000 }, signal, onOutput)
}
