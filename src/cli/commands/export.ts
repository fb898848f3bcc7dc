import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { Lab } from '../../api/index.ts'
import { GalError } from '../../core/error.ts'
import { nearest } from '../../core/nearest.ts'
import { exportJsonl, exportZip } from '../../report/export.ts'
import { reproduction, runFilesOf } from '../../report/reproduce/index.ts'
import { shownAttempt } from '../../report/winner.ts'
import { type ArtifactStore, createArtifactStore } from '../../store/artifact-store.ts'
import type { Io } from '../io.ts'
import { type Options, withLab } from '../options.ts'

const reportOf = (lab: Lab, run: string): Uint8Array => {
  const file = join(lab.folder(run), 'report', 'report.md')
  if (lab.state(run).artifacts['report/report.md'] === undefined)
    throw new GalError('missing-file', `the run ${run} has no report yet`, `it is written when the run ends: gal resume ${run}`)
  return readFileSync(file)
}

const jsonl = (lab: Lab, run: string): Uint8Array => Buffer.from([...exportJsonl(lab.log.read(run, 0))].join(''))

/** What it takes to run the winner again without gal. */
const reproduced = (lab: Lab, run: string, store: ArtifactStore): Record<string, Uint8Array> => {
  const files = reproduction({
    state: lab.state(run),
    events: lab.log.read(run, 0).map(({ event }) => event),
    readText: (text) => (typeof text === 'string' ? text : lab.log.blob(text)),
    files: runFilesOf(store.list(), shownAttempt(lab.state(run)).number, (name) => store.read(name).toString('utf8')),
  })
  return Object.fromEntries(Object.entries(files).map(([name, text]) => [`reproduce/${name}`, Buffer.from(text)]))
}

const formats: Readonly<Record<string, (lab: Lab, run: string) => Promise<Uint8Array>>> = {
  md: async (lab, run) => reportOf(lab, run),
  jsonl: async (lab, run) => jsonl(lab, run),
  async zip(lab, run) {
    const store = createArtifactStore(lab.folder(run))
    const files = Object.fromEntries(
      store
        .list()
        .filter((name) => name.startsWith('report/'))
        .map((name) => [name, new Uint8Array(store.read(name))]),
    )
    return exportZip({ ...files, ...reproduced(lab, run, store), 'events.jsonl': jsonl(lab, run) })
  },
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true

/** Looked at before anything is read, so that nobody waits for what cannot be written. */
const checkOutput = (output: string): void => {
  const folder = dirname(resolve(output))
  if (!isFolder(folder))
    throw new GalError('missing-file', `there is no folder ${folder} to write to`, 'make it first, or name another with -o')
  if (isFolder(output))
    throw new GalError('bad-option', `-o ${output} is a folder`, `name a file in it, such as ${join(output, 'report.md')}`)
}

/** The whole file or none: what is half written has another name, and is taken away again. */
const writeWhole = (output: string, bytes: Uint8Array): void => {
  const part = `${output}.part`
  try {
    writeFileSync(part, bytes)
    renameSync(part, output)
  } catch (error) {
    rmSync(part, { force: true })
    throw error
  }
}

const unknownFormat = (format: string): GalError => {
  const known = Object.keys(formats)
  const near = nearest(format, known)
  const list = `formats: ${known.join(', ')}`
  return new GalError('bad-option', `there is no format ${format}`, near === undefined ? list : `did you mean ${near}? ${list}`)
}

/** Writes the report, the record, or both in one file; whole or not at all. */
export const exportRun = (io: Io, options: Options & { format?: string; output?: string }, name = 'latest'): Promise<number> =>
  withLab(options, io, async (lab) => {
    const { format = 'md', output } = options
    const make = Object.hasOwn(formats, format) ? formats[format] : undefined
    if (!make) throw unknownFormat(format)
    if (output !== undefined) checkOutput(output)
    const bytes = await make(lab, lab.find(name))
    if (output === undefined) {
      await new Promise<void>((resolve, reject) => process.stdout.write(bytes, (error) => (error ? reject(error) : resolve())))
      return 0
    }
    writeWhole(output, bytes)
    io.err(`Wrote ${output} (${bytes.length} bytes).`)
    return 0
  })
