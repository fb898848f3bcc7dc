import { resolve } from 'node:path'
import type { Lab } from '../../api/index.ts'
import { readServeFile } from '../serve-file.ts'

/** A gal server that answers, and what opens it. */
export type Server = { url: string; token?: string }

const patience = 2000

const answers = async ({ url, token }: Server, path: string): Promise<boolean> => {
  try {
    const headers = token === undefined ? {} : { authorization: `Bearer ${token}` }
    const response = await fetch(new URL(path, url), { headers, signal: AbortSignal.timeout(patience) })
    return response.ok
  } catch {
    return false // Nobody listens there, or nobody of ours.
  }
}

/** A running `gal serve` leaves a file in the folder of runs; one that was killed leaves it too. */
const fromFile = async (folder: string): Promise<Server | undefined> => {
  const file = readServeFile(folder)
  if (file === undefined) return undefined
  const token = file.token ?? file.audienceToken
  const server = { url: file.url, ...(token === null ? {} : { token }) }
  return (await answers(server, '/v1/runs')) ? server : undefined
}

/** A `gal run` listens where the configuration says. It is the right one when it knows the run: no two have the same name. */
const fromConfig = async ({ config }: Lab, run: string, token: string | undefined): Promise<Server | undefined> => {
  const host = ['0.0.0.0', '::', '[::]'].includes(config.host) ? 'localhost' : config.host
  const url = `http://${host.includes(':') && !host.startsWith('[') ? `[${host}]` : host}:${config.port}`
  if (config.port === 0 || !URL.canParse(url)) return undefined
  const server = { url, ...(token === undefined ? {} : { token }) }
  return (await answers(server, `/v1/runs/${encodeURIComponent(run)}`)) ? server : undefined
}

/** A server that shows this lab's runs already, if there is one. @param run a run of the lab; none when it has none yet */
export const findServer = async (lab: Lab, run: string | undefined, token: string | undefined): Promise<Server | undefined> =>
  (await fromFile(resolve(lab.config.runs))) ?? (run === undefined ? undefined : fromConfig(lab, run, token))
