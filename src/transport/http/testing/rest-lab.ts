import { createHash } from 'node:crypto'
import { GalError } from '../../../core/error.ts'
import { createViewerState } from '../../../core/viewer/create-viewer-state.ts'
import { createMemoryEventLog } from '../../../store/memory-event-log.ts'
import type { ArtifactFile, LabControl } from '../../lab-control.ts'
import { type ServerInput, startServer } from '../../server.ts'
import { standInControl, summaryOf } from '../../testing/stand-in-control.ts'
import { writeNotes } from '../../testing/write-notes.ts'

const fileOf = (name: string, text: string): ArtifactFile => {
  const content = Buffer.from(text)
  return { name, content, bytes: content.length, sha256: createHash('sha256').update(content).digest('hex') }
}

const files = [
  fileOf('report/report.md', '# Report\n'),
  fileOf('report/figures/é a.svg', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
  fileOf('report/page.html', '<script>alert(1)</script>'),
  fileOf('report/src/main.mjs', 'alert(1)'),
  fileOf('data.unheard', 'bytes'),
]

/** A server over a run r of `notes` entries and some files; what is asked of the lab, and what goes wrong in it, is kept. */
export const startRestLab = async (input: Partial<ServerInput> & { notes?: number; changes?: Partial<LabControl> } = {}) => {
  const { notes = 12, changes = {}, ...others } = input
  const log = input.log ?? createMemoryEventLog()
  if (!log.has('r')) log.create('r')
  writeNotes(log, 'r', 1, notes)
  const asked: unknown[][] = []
  const note =
    (name: string) =>
    (...told: unknown[]) =>
      void asked.push([name, ...told])
  const headOf = (run: string): number => log.runs().find((row) => row.run === run)?.head ?? 0
  const resolve = (run: string): string => {
    if (run === 'r' || run === 'latest') return 'r'
    throw new GalError('unknown-run', `there is no run ${run}`, 'gal runs lists them')
  }
  const control = standInControl({
    runs: () => [{ ...summaryOf('r'), events: headOf('r') }],
    run: (run) => ({ ...summaryOf(resolve(run)), events: headOf('r') }),
    state: (run, at = headOf(run)) => ({
      ...createViewerState(run),
      seq: at,
      artifacts: files.map(({ name, sha256, bytes }, place) => ({ name, sha256, bytes, seq: place + 1 })),
    }),
    artifact: (_run, name) => files.find((file) => file.name === name),
    pause: note('pause'),
    stop: note('stop'),
    note: note('note'),
    answer: note('answer'),
    start: async (start) => {
      asked.push(['start', start])
      return { run: 'r', begun: start.key !== 'known' }
    },
    agents: () => [{ id: 'a/b', name: 'A', description: '', role: null, model: 'rehearsal', actions: ['list_runs'] }],
    async execute(agent, by) {
      if (agent !== 'a/b') throw new GalError('unknown-agent', `there is no agent ${agent}`)
      asked.push(['execute', agent, by])
      return { agent, results: [{ function_name: 'list_runs', result: { total: 1 } }] }
    },
    text: async () => ({ text: 'words', model: 'stand-in' }),
    ...changes,
  })
  const defects: unknown[] = []
  const server = await startServer({
    control,
    host: '127.0.0.1',
    port: 0,
    allowedOrigins: [],
    serverVersion: '0.0.1',
    onDefect: (error) => void defects.push(error),
    ...others,
    log,
  })
  return { ...server, log, control, asked, defects }
}
export type RestLab = Awaited<ReturnType<typeof startRestLab>>
