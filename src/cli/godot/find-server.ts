import { resolve } from 'node:path'
import type { Lab } from '../../api/index.ts'
import { processStart } from '../../process/process-start.ts'
import { defaultHeaders } from '../../transport/http/headers.ts'
import { readServeFile } from '../serve-file.ts'
import { isThisMachine } from './this-machine.ts'

/** A gal server that answers, and what opens it. */
export type Server = { url: string; token?: string }

const patience = 2000
/** All that gal says of its health, and the header that tells it from the many others that say the same. */
const healthy = '{"status":"ok"}'
const mark = 'content-security-policy'

const ask = (server: string, path: string, headers: Record<string, string> = {}): Promise<Response> =>
  // Who sends elsewhere is not followed: what is asked for is asked of this server.
  fetch(new URL(path, server), { headers, redirect: 'error', signal: AbortSignal.timeout(patience) })

/** Whether it is gal that listens there. Asked without a token, for any program may listen. */
const isGal = async (url: string): Promise<boolean> => {
  const response = await ask(url, '/healthz')
  const { headers } = response
  const isOurs = response.ok && headers.get(mark) === defaultHeaders[mark] && headers.get('content-length') === String(healthy.length)
  if (isOurs) return (await response.text()) === healthy
  await response.body?.cancel()
  return false
}

const opens = async ({ url, token }: Server, path: string): Promise<boolean> => {
  const response = await ask(url, path, token === undefined ? {} : { authorization: `Bearer ${token}` })
  await response.body?.cancel()
  return response.ok
}

const answers = async (server: Server, path: string): Promise<boolean> => {
  try {
    return (await isGal(server.url)) && (await opens(server, path))
  } catch {
    return false // Nobody listens there, or nobody of ours.
  }
}

/** A running `gal serve` leaves a file in the folder of runs; one that was killed leaves it too, and another may listen there since. */
const fromFile = async (folder: string): Promise<Server | undefined> => {
  const file = readServeFile(folder)
  if (file === undefined || processStart(file.pid) === undefined) return undefined
  const token = file.token ?? file.audienceToken
  const server = { url: file.url, ...(token === null ? {} : { token }) }
  return (await answers(server, '/v1/runs')) ? server : undefined
}

/** A `gal run` listens where the configuration says. It is the right one when it knows the run: no two have the same name. */
const fromConfig = async ({ config }: Lab, run: string, token: string | undefined): Promise<Server | undefined> => {
  const host = ['0.0.0.0', '::', '[::]'].includes(config.host) ? 'localhost' : config.host
  const url = `http://${host.includes(':') && !host.startsWith('[') ? `[${host}]` : host}:${config.port}`
  if (config.port === 0 || !isThisMachine(host) || !URL.canParse(url)) return undefined
  const server = { url, ...(token === undefined ? {} : { token }) }
  return (await answers(server, `/v1/runs/${encodeURIComponent(run)}`)) ? server : undefined
}

/** A server that shows this lab's runs already, if there is one. @param run a run of the lab; none when it has none yet */
export const findServer = async (lab: Lab, run: string | undefined, token: string | undefined): Promise<Server | undefined> =>
  (await fromFile(resolve(lab.config.runs))) ?? (run === undefined ? undefined : fromConfig(lab, run, token))
