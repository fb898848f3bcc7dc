import { readdirSync, readFileSync, readlinkSync } from 'node:fs'

const link = (path: string): string => {
  try {
    return readlinkSync(path)
  } catch {
    return '' // Closed between two looks.
  }
}

/** The inodes of the sockets that a process holds. */
const socketsOf = (pid: number): Set<string> =>
  new Set(readdirSync(`/proc/${pid}/fd`).map((fd) => /^socket:\[(\d+)\]$/.exec(link(`/proc/${pid}/fd/${fd}`))?.[1] ?? ''))

/** Addresses as the kernel writes them: words of 32 bits, the bytes of each backwards. */
const known: Readonly<Record<string, string>> = {
  '0100007F': '127.0.0.1',
  '00000000': '0.0.0.0',
  '00000000000000000000000001000000': '::1',
  '00000000000000000000000000000000': '::',
}
const listeningState = '0A'

/** Where a process on Linux listens, as `address port`: read from the kernel's own tables. */
export const listeningOf = (pid: number): string[] => {
  const own = socketsOf(pid)
  const rows = ['tcp', 'tcp6'].flatMap((table) => readFileSync(`/proc/${pid}/net/${table}`, 'utf8').trim().split('\n').slice(1))
  return rows.flatMap((row) => {
    const [, local = '', , state, , , , , , inode = ''] = row.trim().split(/\s+/)
    const [address = '', port = ''] = local.split(':')
    return state === listeningState && own.has(inode) ? [`${known[address] ?? address} ${Number.parseInt(port, 16)}`] : []
  })
}
