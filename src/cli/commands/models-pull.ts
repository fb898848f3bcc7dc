import { basename, join } from 'node:path'
import { cacheFolder } from '../../api/cache-folder.ts'
import { exitStatus, GalError } from '../../core/error.ts'
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

/** The file name at the end of an address. Throws GalError `bad-option` when it is no name for a GGUF file. */
const fileNameOf = (url: URL): string => {
  const name = basename(decodeURIComponent(url.pathname))
  if (/^[\w][\w.+ -]{0,200}\.gguf$/i.test(name)) return name
  throw new GalError(
    'bad-option',
    `${printable(url.href)} does not end with the name of a GGUF file`,
    'name the file itself, as in https://…/model.gguf',
  )
}

const urlOf = (spec: string): URL | undefined => (/^https?:\/\//i.test(spec) && URL.canParse(spec) ? new URL(spec) : undefined)

/** Ends what was drawn, whatever came of it. An interruption is no error. */
const shown = async (io: Io, work: (show: ReturnType<typeof createProgressLine>['show']) => Promise<void>): Promise<number> => {
  const line = createProgressLine(io)
  try {
    await work(line.show)
    return exitStatus.complete
  } catch (error) {
    line.end()
    if (!io.interrupt.aborted) throw error
    io.err('gal: stopped; the same command goes on with it')
    return exitStatus.interrupted
  } finally {
    line.end()
  }
}

const pullFile = async (io: Io, url: URL, { sha256, ...options }: PullOptions): Promise<number> => {
  if (sha256 !== undefined && !/^[0-9a-f]{64}$/i.test(sha256))
    throw new GalError('bad-option', '--sha256 takes 64 hexadecimal digits', 'copy the checksum again')
  const folder = fromHome(configFor(options, io).config.models.llama.folder ?? join(cacheFolder(io.env), 'models'))
  const name = fileNameOf(url)
  const wanted = { url, path: join(folder, name), ...(sha256 === undefined ? {} : { sha256 }) }
  if (await isFetched(wanted)) {
    io.out(`${join(folder, name)} is there already.`)
    return exitStatus.complete
  }
  const status = await shown(io, async (show) => {
    const ended = await fetchModel({ ...wanted, fetch: patientFetch, signal: io.interrupt }, show)
    if ('fault' in ended) throw errorFrom(ended.fault, 'what has come is kept; the same command goes on with it')
  })
  if (status === exitStatus.complete) io.out(`Stored as ${join(folder, name)}. Use it with: gal run "<topic>" --model llama:${name}`)
  return status
}

const pullFromOllama = async (io: Io, model: string, options: PullOptions): Promise<number> => {
  if (options.sha256 !== undefined)
    throw new GalError('bad-option', '--sha256 is for files; Ollama checks its models itself', 'leave it out')
  const { 'base-url': baseUrl } = configFor(options, io).config.models.ollama
  const status = await shown(io, async (show) => {
    const fault = await ollamaWork({ baseUrl, path: 'pull', body: { model }, fetch: patientFetch, signal: io.interrupt }, show)
    if (fault)
      throw errorFrom(fault, fault.kind === 'unreachable' ? 'start it with: ollama serve' : 'https://ollama.com/library lists models')
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
