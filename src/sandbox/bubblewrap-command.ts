import { lstatSync, readlinkSync } from 'node:fs'

/** Where Node lies inside: the host's path is nothing that a program or a report should tell. */
export const insideNode = '/opt/node/bin/node'

/**
 * What this system's bubblewrap can do. `dropsRoot`: gal runs as root and gives the program to a user that owns nothing: root would be
 * exempt from the limit of processes, and root without rights still owns root's files. `closesUserns`: the program cannot
 * make user namespaces of its own, which have been the way to many of the kernel's faults.
 */
export type Form = { dropsRoot: boolean; closesUserns: boolean }

export type Bind = { from: string; to: string }

type Plan = {
  bwrap: string
  form: Form
  /** The folder that becomes /lab, the only one that can be written to and stays. */
  work: string
  /** What else can be read. */
  binds: readonly Bind[]
  /** The user, on the host, that the program is when `dropsRoot`. */
  uid: number
  /** Files in /lab that can neither be written, replaced nor read. */
  hidden: readonly string[]
  /** Size of /tmp and of /dev/shm, which are memory. */
  scratchMiB: number
  env: Readonly<Record<string, string>>
  command: readonly string[]
}

const statOf = (path: string) => lstatSync(path, { throwIfNoEntry: false })

/** /lib and its like are links into /usr on most systems, and folders on others. */
const systemFolder = (path: string): string[] => {
  const found = statOf(path)
  if (found?.isSymbolicLink()) return ['--symlink', readlinkSync(path), path]
  return found ? ['--ro-bind', path, path] : []
}

/** /etc/alternatives leads to the numeric libraries, fonts and local time to what plots and dates need; nothing else of /etc. */
const system = (): string[] => [
  ...['--ro-bind', '/usr', '/usr'],
  ...['/bin', '/sbin', '/lib', '/lib32', '/lib64'].flatMap(systemFolder),
  ...['/etc/alternatives', '/etc/ld.so.cache', '/etc/fonts', '/etc/localtime', '/nix/store'].flatMap((path) => [
    '--ro-bind-try',
    path,
    path,
  ]),
]

const boxed = ({ bwrap, form, work, binds, hidden, scratchMiB, env, command }: Plan): string[] => {
  const scratch = ['--size', String(scratchMiB * 1024 * 1024), '--tmpfs']
  return [
    ...[bwrap, '--unshare-all', '--unshare-user', ...(form.closesUserns ? ['--disable-userns'] : [])],
    ...['--die-with-parent', '--new-session', '--clearenv', ...system()],
    ...['--proc', '/proc', '--dev', '/dev', ...scratch, '/dev/shm', '--remount-ro', '/dev', ...scratch, '/tmp'],
    ...binds.flatMap(({ from, to }) => ['--ro-bind', from, to]),
    ...['--bind', work, '/lab', ...hidden.flatMap((name) => ['--ro-bind', '/dev/null', `/lab/${name}`]), '--remount-ro', '/'],
    ...Object.entries(env).flatMap(([name, value]) => ['--setenv', name, value]),
    ...['--chdir', '/lab', '--hostname', 'lab', '--uid', '65534', '--gid', '65534', '--cap-drop', 'ALL', '--', ...command],
  ]
}

/**
 * Another user may not reach what lies in root's folders. So a first bubblewrap, with root's rights, puts each in a private /tmp; then
 * setpriv becomes the other user, and the real sandbox is made by that one.
 */
const dropped = (plan: Plan): string[] => {
  const sources = [plan.work, ...plan.binds.map(({ from }) => from)]
  const shelf = (index: number) => `/tmp/${index}`
  const inner = { ...plan, work: shelf(0), binds: plan.binds.map(({ to }, index) => ({ from: shelf(index + 1), to })) }
  const mounts = sources.flatMap((from, index) => [index === 0 ? '--bind' : '--ro-bind', from, shelf(index)])
  return [
    ...[plan.bwrap, '--dev-bind', '/', '/', '--tmpfs', '/tmp', ...mounts, '--die-with-parent', '--'],
    // A change of user forgets who is to die with whom.
    ...['setpriv', '--reuid', String(plan.uid), '--regid', String(plan.uid), '--clear-groups', '--pdeathsig', 'KILL', '--'],
    ...boxed(inner),
  ]
}

/** The command line that runs `command` with no network, no other process in sight, and nothing to write to but its own folder. */
export const bubblewrapCommand = (plan: Plan): string[] => (plan.form.dropsRoot ? dropped(plan) : boxed(plan))
