import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Lab } from '../../api/index.ts'
import { GalError } from '../../core/error.ts'
import { nearest } from '../../core/nearest.ts'
import { exportJsonl, exportZip } from '../../report/export.ts'
import { createArtifactStore } from '../../store/artifact-store.ts'
import type { Io } from '../io.ts'
import { type Options, withLab } from '../options.ts'

const reportOf = (lab: Lab, run: string): Uint8Array => {
  const file = join(lab.folder(run), 'report', 'report.md')
  if (lab.state(run).artifacts['report/report.md'] === undefined)
    throw new GalError('missing-file', `the run ${run} has no report yet`, `it is written when the run ends: gal resume ${run}`)
  return readFileSync(file)
}

const jsonl = (lab: Lab, run: string): Uint8Array => Buffer.from([...exportJsonl(lab.log.read(run, 0))].join(''))

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
    return exportZip({ ...files, 'events.jsonl': jsonl(lab, run) })
  },
}

/** Writes the report, the record, or both in one file; whole or not at all. */
export const exportRun = (io: Io, options: Options & { format?: string; output?: string }, name = 'latest'): Promise<number> =>
  withLab(options, io, async (lab) => {
    const { format = 'md', output } = options
    const make = Object.hasOwn(formats, format) ? formats[format] : undefined
    const known = Object.keys(formats)
    if (!make)
      throw new GalError(
        'bad-option',
        `there is no format ${format}`,
        `did you mean ${nearest(format, known) ?? 'md'}? Formats: ${known.join(', ')}`,
      )
    const bytes = await make(lab, lab.find(name))
    if (output === undefined) {
      await new Promise<void>((resolve, reject) => process.stdout.write(bytes, (error) => (error ? reject(error) : resolve())))
      return 0
    }
    writeFileSync(`${output}.part`, bytes)
    renameSync(`${output}.part`, output)
    io.err(`Wrote ${output} (${bytes.length} bytes).`)
    return 0
  })
