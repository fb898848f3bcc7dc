import type { Duplex } from 'node:stream'
import type { Upgrade } from './http.ts'

/** Counts the connections that become WebSockets, for who asks how busy the server is. */
export const createClients = (upgrade: Upgrade) => {
  const open = new Set<Duplex>()
  const counted: Upgrade = (request, socket, head) => {
    open.add(socket)
    socket.on('close', () => open.delete(socket))
    upgrade(request, socket, head)
  }
  return {
    upgrade: counted,
    load: () => ({ clients: open.size, queuedBytes: [...open].reduce((sum, { writableLength }) => sum + writableLength, 0) }),
  }
}
