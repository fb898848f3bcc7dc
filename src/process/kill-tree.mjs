import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'

/** What a process that ended, or is another user's, answers when it is looked at. */
const gone = new Set(['ENOENT', 'ESRCH', 'EPERM', 'EACCES'])

const orIfGone = (look, otherwise) => {
  try {
    return look()
  } catch (error) {
    if (gone.has(error.code)) return otherwise
    throw error
  }
}

const kill = (pid) => orIfGone(() => process.kill(pid, 'SIGKILL'), false)

/** Field 2 of stat, the name, may hold spaces and brackets: so the fields are counted from the last bracket. */
const linuxProcess = (pid) => {
  const stat = orIfGone(() => readFileSync(`/proc/${pid}/stat`, 'utf8'), '')
  const [state, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const environment = orIfGone(() => readFileSync(`/proc/${pid}/environ`, 'utf8'), '')
  return { pid, parent: Number(parent), dead: !stat || state === 'Z' || state === 'X', environment }
}

const linuxProcesses = () =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => linuxProcess(Number(name)))

const otherProcesses = () =>
  spawnSync('ps', ['-A', '-o', 'pid=,ppid=,stat='], { encoding: 'utf8' })
    .stdout.trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .map(([pid, parent, stat]) => ({ pid: Number(pid), parent: Number(parent), dead: stat?.startsWith('Z'), environment: '' }))

const processes = process.platform === 'linux' ? linuxProcesses : otherProcesses

/** The living that descend from `root`, and those that carry its mark in their environment: a daemon has left its family, but not its name. */
const family = (root, mark) => {
  const living = processes().filter(({ pid, dead }) => !dead && pid !== process.pid)
  const found = new Set([root])
  for (const { pid, environment } of living) if (environment.includes(`GAL_PROCESS=${mark}`)) found.add(pid)
  let before = 0
  while (found.size > before) {
    before = found.size
    for (const { pid, parent } of living) if (found.has(parent)) found.add(pid)
  }
  return living.map(({ pid }) => pid).filter((pid) => found.has(pid))
}

const pause = (milliseconds) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds)

/**
 * Kills the group of `root`, its descendants and whatever carries its mark, again until none is left: a process may fork
 * while the list is read. On Linux only a process that has become a daemon *and* thrown its environment away gets out; on
 * macOS one that has become a daemon in a session of its own. Programs that nobody vouches for run in bubblewrap, where the end of
 * the process namespace takes those too.
 */
export const killTree = (root, mark) => {
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/PID', String(root), '/T', '/F'], { windowsHide: true })
    return
  }
  for (let round = 0; round < 200; round++) {
    // The list comes first: a killed parent's children belong to another parent.
    const left = family(root, mark)
    kill(-root)
    if (!left.length) return
    for (const pid of left) kill(pid)
    pause(5)
  }
}
