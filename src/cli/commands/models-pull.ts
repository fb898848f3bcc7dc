import { basename, join } from 'node:path'
import { cacheFolder } from '../../api/cache-folder.ts'
import { exitStatus, GalError } from '../../core/error.ts'
import type { Fault } from '../../core/fault.ts'
import { fromHome } from '../../models/embedded/gguf-files.ts'
import { fetchModel, isFetched } from '../../models/getting/fetch-model.ts'
import { ollamaWork } from '../../models/getting/ollama-work.ts'
import { patientFetch } from '../../models/patient-fetch.ts'
import type { Io } from '../io.ts'
import { configFor, type Options } from '../options.ts'
import { printable } from '../printable.ts'
import { createProgressLine } from '../progress-line.ts'
import { errorFrom } from './models-fault.ts'

type PullOptions = Options & { sha256?: string }

const decoded = (path: string): string => {
  try {
    return decodeURIComponent(path)
  } catch {
    return path // Not every % begins a letter; what stays has one, and is no name.
  }
}

/** The file name at the end of an address. Throws GalError `bad-option` when it is no name for a GGUF file. */
const fileNameOf = (url: URL): string => {
  const name = basename(decoded(url.pathname))
  if (/^[\w][\w.+ -]{0,200}\.gguf$/i.test(name)) return name
  throw new GalError(
    'bad-option',
    `${printable(url.origin + url.pathname)} does not end with the name of a GGUF file`,
    'name the file itself, as in https://…/model.gguf',
  )
}

/**
 * The address that is meant, if one is: a name of Ollama's has no ://. Throws GalError `bad-option` for one that cannot be fetched from,
 * and repeats nothing of it, since a password may stand in it.
 */
const urlOf = (spec: string): URL | undefined => {
  const [, scheme] = /^([a-z][a-z0-9+.-]*):\/\//i.exec(spec) ?? []
  if (scheme === undefined) return undefined
  const refused = (problem: string, hint: string) => new GalError('bad-option', problem, hint)
  if (/^file$/i.test(scheme))
    throw refused(
      'file: is no way to fetch a file',
      'one that is here needs no fetching: gal run "<topic>" --model llama:/path/to/model.gguf',
    )
  if (!/^https?$/i.test(scheme)) throw refused(`${scheme}: is no way to fetch a file`, 'gal fetches from https:// and http://')
  if (!URL.canParse(spec)) throw refused('this is no address that a file can be fetched from', 'as in https://host/model.gguf')
  const url = new URL(spec)
  if (url.username !== '' || url.password !== '')
    throw refused(
      'a URL here holds no user and no password',
      'leave out what stands before the @; a server may give a signed address instead',
    )
  return url
}

/** What kept a model from coming, and what a later call has of it. */
type Failed = { error: GalError; left: string }

/** Ends what was drawn, whatever came of it. An interruption is no error. */
const shown = async (
  io: Io,
  work: (show: ReturnType<typeof createProgressLine>['show']) => Promise<Failed | undefined>,
): Promise<number> => {
  const line = createProgressLine(io)
  try {
    const failed = await work(line.show)
    line.end()
    if (!failed) return exitStatus.complete
    if (!io.interrupt.aborted) throw failed.error
    io.err(`gal: stopped; ${failed.left}`)
    return exitStatus.interrupted
  } finally {
    line.end()
  }
}

/** What is true of a file that did not come whole. */
const leftOf = ({ kind }: Fault, kept: number): string => {
  if (kept > 0) return 'what has come is kept; the same command goes on with it'
  return kind === 'refused' || kind === 'bad-output'
    ? 'nothing of it is kept; check the address and the checksum'
    : 'nothing of it can be gone on with; the same command begins anew'
}

const pullFile = async (io: Io, url: URL, { sha256, ...options }: PullOptions): Promise<number> => {
  if (sha256 !== undefined && !/^[0-9a-f]{64}$/i.test(sha256))
    throw new GalError('bad-option', '--sha256 takes 64 hexadecimal digits', 'copy the checksum again')
  const folder = fromHome(configFor(options, io).config.models.llama.folder ?? join(cacheFolder(io.env), 'models'))
  const name = fileNameOf(url)
  const wanted = { url, path: join(folder, name), ...(sha256 === undefined ? {} : { sha256 }) }
  if (await isFetched(wanted)) {
    io.out(`${printable(join(folder, name))} is there already.`)
    return exitStatus.complete
  }
  const status = await shown(io, async (show) => {
    const ended = await fetchModel({ ...wanted, fetch: patientFetch, signal: io.interrupt }, show)
    if (!('fault' in ended)) return undefined
    const left = leftOf(ended.fault, ended.kept)
    return { error: errorFrom(ended.fault, left), left }
  })
  if (status === exitStatus.complete)
    io.out(`Stored as ${printable(join(folder, name))}. Use it with: gal run "<topic>" --model llama:${name}`)
  return status
}

const pullFromOllama = async (io: Io, model: string, options: PullOptions): Promise<number> => {
  if (options.sha256 !== undefined)
    throw new GalError('bad-option', '--sha256 is for files; Ollama checks its models itself', 'leave it out')
  const { 'base-url': baseUrl } = configFor(options, io).config.models.ollama
  const status = await shown(io, async (show) => {
    const fault = await ollamaWork({ baseUrl, path: 'pull', body: { model }, fetch: patientFetch, signal: io.interrupt }, show)
    if (!fault) return undefined
    const hint = fault.kind === 'unreachable' ? 'start it with: ollama serve' : 'https://ollama.com/library lists models'
    return { error: errorFrom(fault, hint), left: 'the same command goes on with it' }
  })
  if (status === exitStatus.complete)
    io.out(`Ollama has ${printable(model)}. Use it with: gal run "<topic>" --model ollama:${printable(model)}`)
  return status
}

/**
 * Gets a model: one of Ollama's library by its name, through the Ollama server; a GGUF file by its address, into the folder of models.
 * Throws GalError with what kept it from coming.
 */
export const pull = async (io: Io, options: PullOptions, spec: string | undefined): Promise<number> => {
  const named = spec?.replace(/^ollama:/, '')
  if (!named)
    throw new GalError(
      'bad-option',
      'gal models pull needs a name',
      'as in: gal models pull qwen3:4b, or gal models pull https://…/model.gguf',
    )
  const url = urlOf(named)
  return url ? pullFile(io, url, options) : pullFromOllama(io, named, options)
}
