import { dirname } from 'node:path'

type Plan = {
  sandboxExec: string
  /** The folder that can be written to and stays. All paths are real ones: macOS looks at what a link leads to. */
  work: string
  /** The folder for what need not stay. */
  scratch: string
  /** What else can be read. */
  reads: readonly string[]
  /** Files in `work` that can neither be written nor read. */
  hidden: readonly string[]
  command: readonly string[]
}

/** What a process needs of the system before it runs a line of its own. Nothing of /Users, /etc, /var but what is named. */
const system = `(allow file-read*
  (literal "/")
  (subpath "/usr/lib") (subpath "/usr/share") (subpath "/usr/bin") (subpath "/bin")
  (subpath "/System/Library") (subpath "/System/Volumes/Preboot/Cryptexes") (subpath "/Library/Apple")
  (subpath "/private/var/db/dyld") (subpath "/private/var/db/timezone") (literal "/private/etc/localtime")
  (literal "/dev/null") (literal "/dev/zero") (literal "/dev/random") (literal "/dev/urandom"))
(allow file-write-data (literal "/dev/null"))
(allow file-read-metadata (literal "/etc") (literal "/tmp") (literal "/var") (literal "/private") (literal "/private/var"))`

/** Every folder above a path: who opens it looks at each, and sees no more than that it is there. */
const foldersAbove = (path: string): string[] => (dirname(path) === path ? [] : [dirname(path), ...foldersAbove(dirname(path))])

const rulesFor = (names: readonly string[], filter: string) => names.map((name) => `(${filter} (param "${name}"))`).join(' ')

/**
 * A profile for Seatbelt: what is not allowed is denied, the network with all else. Paths come as parameters, so that none can be read as a
 * rule. Of several rules that fit, the last counts.
 */
const profileOf = (reads: readonly string[], above: readonly string[], hidden: readonly string[]): string => `(version 1)
(deny default)
(allow process-fork)
(allow process-exec)
(allow process-info* (target same-sandbox))
(allow signal (target same-sandbox))
(allow sysctl-read)
(allow ipc-posix-sem)
${system}
(allow file-read-metadata ${rulesFor(above, 'literal')})
(allow file-read* ${rulesFor(['WORK', 'SCRATCH', ...reads], 'subpath')})
(allow file-write* ${rulesFor(['WORK', 'SCRATCH'], 'subpath')})
${hidden.length > 0 ? `(deny file-read* file-write* ${rulesFor(hidden, 'literal')})` : ''}
`

/** The command line that runs `command` under macOS's own sandbox, without a network, and with nothing to write to but two folders. */
export const macosCommand = ({ sandboxExec, work, scratch, reads, hidden, command }: Plan): string[] => {
  const named = (prefix: string, paths: readonly string[]) => paths.map((path, index) => [`${prefix}${index}`, path] as const)
  const readable = named('READ', reads)
  const above = named('ABOVE', [...new Set([work, scratch, ...reads].flatMap(foldersAbove))])
  const shut = named(
    'HIDDEN',
    hidden.map((name) => `${work}/${name}`),
  )
  const names = (entries: readonly (readonly [string, string])[]) => entries.map(([name]) => name)
  const parameters = [['WORK', work] as const, ['SCRATCH', scratch] as const, ...readable, ...above, ...shut]
  return [
    sandboxExec,
    ...parameters.flatMap(([name, path]) => ['-D', `${name}=${path}`]),
    ...['-p', profileOf(names(readable), names(above), names(shut)), ...command],
  ]
}
