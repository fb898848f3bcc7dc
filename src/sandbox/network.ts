import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Bind } from './bubblewrap-command.ts'
import { createProxy, type ProxySettings } from './proxy.ts'

const forwarder = fileURLToPath(new URL('../process/forward.mjs', import.meta.url))

/** Where they lie inside. */
const insideFolder = '/run/gal'
const insideForwarder = '/opt/gal/forward.mjs'
/** The sandbox's loopback is its own, so nothing else has this port. */
const port = '3128'
const address = `http://127.0.0.1:${port}`
const near = 'localhost,127.0.0.1'

/** Which certificates the system trusts: Node brings its own, other programs read these. Public ones only. */
const certificates = ['/etc/ssl/certs', '/etc/ssl/openssl.cnf', '/etc/pki/tls/certs', '/etc/pki/ca-trust/extracted/pem']

/** Names as curl and Python read them, and as others do; Node's fetch looks at them when told to. */
export const wayOutEnv = {
  ...{ http_proxy: address, https_proxy: address, HTTP_PROXY: address, HTTPS_PROXY: address },
  ...{ no_proxy: near, NO_PROXY: near, NODE_USE_ENV_PROXY: '1' },
}

/** A way out of a sandbox that has no network. */
export type WayOut = {
  /** The folder with the proxy's socket; who the program is must own it. */
  folder: string
  binds: Bind[]
  /** Puts the forwarder before a command, in a sandbox where Node lies at `node`. */
  through(node: string, command: readonly string[]): string[]
  close(): Promise<void>
}

/** Opens a proxy on a socket in a folder of its own, which nobody else may enter. */
export const openWayOut = async (settings: ProxySettings): Promise<WayOut> => {
  const folder = await mkdtemp(join(tmpdir(), 'gal-net-'))
  const socket = join(folder, 'proxy')
  const proxy = createProxy(settings)
  proxy.server.listen(socket)
  await once(proxy.server, 'listening')
  await chmod(socket, 0o600)
  return {
    folder,
    binds: [
      { from: folder, to: insideFolder },
      { from: forwarder, to: insideForwarder },
      ...certificates.filter((path) => existsSync(path)).map((path) => ({ from: path, to: path })),
    ],
    through: (node, command) => [node, insideForwarder, `${insideFolder}/proxy`, port, ...command],
    async close() {
      await proxy.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
