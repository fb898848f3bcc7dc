import { GalError } from '../../core/error.ts'
import type { ProcessEnd } from '../../process/run-process.ts'
import { printable } from '../printable.ts'
import type { Step } from './python-steps.ts'

type Known = { said: RegExp; what: string; hint: string }

/** What venv, pip and uv say when something common is wrong, the most telling first. */
const known: readonly Known[] = [
  {
    said: /ensurepip is not available|No module named '?(venv|ensurepip)/i,
    what: 'this Python cannot make virtual environments',
    hint: 'apt-get install python3-venv (Debian, Ubuntu), or install uv; then the same command again',
  },
  {
    said: /DO NOT MATCH THE HASHES|hash mismatch/i,
    what: 'a package that came is not the one that gal was tried with, so it was not installed',
    hint: 'a mirror or a proxy may change files: see what pip config list, PIP_INDEX_URL and UV_INDEX_URL name',
  },
  {
    said: /No space left on device|os error 28/i,
    what: 'the disk is full',
    hint: 'about 600 MB are needed in the cache folder; XDG_CACHE_HOME names another',
  },
  {
    said: /name resolution|getaddrinfo|dns error|NewConnectionError|Connection refused|unreachable|error sending request|client error \(Connect\)|ConnectTimeout|Read timed out|ProxyError/i,
    what: 'the registry of packages cannot be reached',
    hint: 'this needs the network, once; behind a proxy set https_proxy. Then the same command again',
  },
  {
    said: /\(from versions: none\)|not found in the package registry/i,
    what: 'the registry that was asked has no such package, or did not answer',
    hint: 'this needs the network, once; pip config list, PIP_INDEX_URL and UV_INDEX_URL say which registry is asked',
  },
  {
    said: /No matching distribution|no wheels|No solution found|unsatisfiable/i,
    what: 'there is no build of a package for this Python on this system',
    hint: 'put another Python from 3.10 on first on the PATH, or see whether program.packages names releases that exist',
  },
]

const lastLine = (output: string): string => {
  const lines = output.split('\n').filter((line) => line.trim() !== '')
  return lines.findLast((line) => /error/i.test(line)) ?? lines.at(-1) ?? 'it said nothing'
}

/** What a step that failed means, in one line, with what to do. */
export const pythonFailure = ({ doing, command, args }: Step, { output, spawnError, timedOut }: ProcessEnd): GalError => {
  const found = known.find(({ said }) => said.test(output))
  const what = found?.what ?? (timedOut ? 'it took too long' : printable(spawnError ?? lastLine(output)))
  const hint = found?.hint ?? `by hand: ${[command, ...args].join(' ')}`
  return new GalError('missing-package', `${doing}: ${what}`, hint)
}
