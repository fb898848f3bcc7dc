import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export type PageServer = { origin: string; close(): void }

/** A site of its own, on any port: a page for each script, at /name, and the script at /name.js. */
export const startPageServer = async (scripts: Readonly<Record<string, string>>): Promise<PageServer> => {
  const server = createServer(({ url = '/' }, response) => {
    const name = url.slice(1).replace(/\.js$/, '')
    const script = scripts[name]
    if (script === undefined) return void response.writeHead(404).end()
    if (url.endsWith('.js')) return void response.setHeader('content-type', 'text/javascript; charset=utf-8').end(script)
    const page = `<!doctype html><html lang="es"><title>${name}</title><div id="root"></div><script src="/${name}.js"></script></html>`
    response.setHeader('content-type', 'text/html; charset=utf-8').end(page)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}
