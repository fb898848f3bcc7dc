import { existsSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, resolve } from 'node:path'
import { exitStatus, GalError } from '../../core/error.ts'
import { fromHome } from '../../models/embedded/gguf-files.ts'
import { type Modelfile, parseModelfile } from '../../models/getting/modelfile.ts'
import { ollamaWork } from '../../models/getting/ollama-work.ts'
import { uploadBlob } from '../../models/getting/upload-blob.ts'
import { patientFetch } from '../../models/patient-fetch.ts'
import type { Io } from '../io.ts'
import { configFor, type Options } from '../options.ts'
import { printable } from '../printable.ts'
import { createProgressLine, type ProgressLine } from '../progress-line.ts'
import { errorFrom } from './models-fault.ts'

type CreateOptions = Options & { file?: string }

/** Tokens below which what agents are told does not fit. */
const leastContext = 4096

const textOf = (file: string): string => {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new GalError('missing-file', `${file} cannot be read: ${(error as NodeJS.ErrnoException).code}`, 'name one with -f', {
      cause: error,
    })
  }
}

const looksLikePath = (value: string): boolean => /^[./~\\]|^[a-z]:[\\/]|\.(gguf|safetensors|bin)$/i.test(value)

/** The file that a line means, from where the Modelfile lies; nothing for the name of a model. */
const fileIn = (modelfile: string, { value, line }: Modelfile['from']): string | undefined => {
  if (!looksLikePath(value)) return undefined
  const path = resolve(dirname(modelfile), fromHome(value))
  if (!existsSync(path)) throw new GalError('missing-file', `${modelfile}:${line}: there is no file ${path}`)
  if (!statSync(path).isFile())
    throw new GalError(
      'bad-modelfile',
      `${modelfile}:${line}: ${path} is a folder`,
      'make a GGUF file of it with convert_hf_to_gguf.py of llama.cpp',
    )
  return path
}

type Bringing = { baseUrl: string; io: Io; show: ProgressLine['show'] }

/** Brings files to the server, and gives their digests by their names. */
const bring = async (paths: readonly string[], { baseUrl, io, show }: Bringing): Promise<Record<string, string>> => {
  const digests: Record<string, string> = {}
  for (const path of paths) {
    const brought = await uploadBlob({ baseUrl, path, fetch: patientFetch, signal: io.interrupt }, show)
    if ('fault' in brought) throw errorFrom(brought.fault)
    digests[basename(path)] = brought.digest
  }
  return digests
}

/** The body of /api/create, without what the Modelfile says nothing of. */
const bodyOf = ({ from, parameters, system, template, messages, licenses }: Modelfile, own: boolean) => ({
  ...(own ? {} : { from: from.value }),
  ...(Object.keys(parameters).length ? { parameters } : {}),
  ...(system === undefined ? {} : { system }),
  ...(template === undefined ? {} : { template }),
  ...(messages.length ? { messages } : {}),
  ...(licenses.length ? { license: licenses } : {}),
})

const warnOf = ({ parameters: { num_ctx: context } }: Modelfile, file: string, io: Io): void => {
  if (typeof context === 'number' && context < leastContext)
    io.err(
      `gal: ${printable(file)} sets num_ctx ${context}, which is too little for agents: gal asks for what a request needs, other programs get ${context}`,
    )
}

/**
 * Makes a model of an Ollama server from a Modelfile. Throws GalError `bad-modelfile` with the line, `missing-file`, or what the server
 * said.
 */
export const create = async (io: Io, options: CreateOptions, name = 'gal'): Promise<number> => {
  const file = options.file ?? 'Modelfile'
  const modelfile = parseModelfile(textOf(file), file)
  const { 'base-url': baseUrl } = configFor(options, io).config.models.ollama
  const from = fileIn(file, modelfile.from)
  const adapters = modelfile.adapters.map((adapter) => {
    const path = fileIn(file, adapter)
    if (path === undefined)
      throw new GalError('missing-file', `${file}:${adapter.line}: ADAPTER takes the path of a file, and not '${printable(adapter.value)}'`)
    return path
  })
  warnOf(modelfile, file, io)
  const line = createProgressLine(io)
  try {
    const bringing = { baseUrl, io, show: line.show }
    const files = from === undefined ? {} : { files: await bring([from], bringing) }
    const adapted = adapters.length === 0 ? {} : { adapters: await bring(adapters, bringing) }
    const body = { model: name, ...bodyOf(modelfile, from !== undefined), ...files, ...adapted }
    const fault = await ollamaWork({ baseUrl, path: 'create', body, fetch: patientFetch, signal: io.interrupt }, line.show)
    if (fault) throw errorFrom(fault, fault.kind === 'unreachable' ? 'start it with: ollama serve' : undefined)
  } catch (error) {
    if (!io.interrupt.aborted) throw error
    return exitStatus.interrupted
  } finally {
    line.end()
  }
  io.out(`Ollama has ${printable(name)}. Use it with: gal run "<topic>" --model ollama:${printable(name)}`)
  return exitStatus.complete
}
