import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** Undefined when there is no such process: between a look and the next, any may end. */
const readStat = (pid: number): string | undefined => {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8')
  } catch (error) {
    if (['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined
    throw error
  }
}

/** Field 22 of stat is the start in ticks since boot (man 5 proc_pid_stat); the boot id tells one boot's ticks from another's. */
const linuxStart = (pid: number): string | undefined => {
  const stat = readStat(pid)
  // The name, field 2, may hold spaces and brackets: fields are counted from its last bracket, after which comes field 3.
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ') ?? []
  const [state, start] = [fields[0], fields[19]]
  if (start === undefined || state === 'Z' || state === 'X') return undefined
  return `${start}@${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}`
}

const unixStart = (pid: number): string | undefined => {
  const { stdout } = spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], {
    encoding: 'utf8',
    env: { LC_ALL: 'C', PATH: '/bin:/usr/bin' },
  })
  return stdout?.trim() || undefined
}

const windowsStart = (pid: number): string | undefined => {
  const command = `(Get-Process -Id ${pid}).StartTime.ToFileTimeUtc()`
  const { stdout } = spawnSync('powershell', ['-NoProfile', '-Command', command], { encoding: 'utf8', windowsHide: true })
  return stdout?.trim() || undefined
}

/**
 * A text that tells the process with this pid apart from any later one with the same pid; undefined when there is none, or
 * only its remains that nobody has collected.
 */
export const processStart = (pid: number): string | undefined => {
  if (!Number.isSafeInteger(pid) || pid <= 0) return undefined
  if (process.platform === 'linux') return linuxStart(pid)
  return process.platform === 'win32' ? windowsStart(pid) : unixStart(pid)
}

/** Whether the process that had this pid and this start is still there. */
export const isAlive = (pid: number, started: string): boolean => processStart(pid) === started
