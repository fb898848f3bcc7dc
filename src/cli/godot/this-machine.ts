import { networkInterfaces } from 'node:os'
import { isLoopback } from '../../transport/access.ts'

const ownAddresses = (): string[] =>
  Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .map(({ address }) => address.toLowerCase())

/** Whether a host is this machine: loopback, or an address of its own. Other names are not: who they lead to is for others to say. */
export const isThisMachine = (host: string): boolean =>
  isLoopback(host) || ownAddresses().includes(host.replace(/^\[(.*)\]$/, '$1').toLowerCase())
