import { gal } from './gal.ts'
import { keptFolder } from './temporary.ts'

export type ArxivRun = { status: number | null; err: string; found: string[]; read: string[]; added: string[]; references: string[] }

/** Runs a rehearsal on a real question with this query API as its only source of papers, and reads its record and its report. */
export const runOnArxiv = async (baseUrl: string, question = 'Does label smoothing help a small classifier?'): Promise<ArxivRun> => {
  const cwd = keptFolder()
  const sources = ['--set', 'sources.use=[arxiv]', '--set', `sources.arxiv.base-url=${baseUrl}`]
  const { status, err } = await gal(['run', question, '--model', 'rehearsal', '--no-serve', '--plain', ...sources], { cwd })
  const events = (await gal(['export', 'latest', '--format', 'jsonl'], { cwd })).out
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { event: { type: string; id?: string; papers?: { id: string }[] } }).event)
  const ids = (type: string) => events.flatMap((event) => (event.type === type && event.id !== undefined ? [event.id] : []))
  const report = (await gal(['export', 'latest'], { cwd })).out
  const section = report.slice(report.indexOf('## References'), report.indexOf('## What to check'))
  return {
    status,
    err,
    found: events.flatMap((event) => (event.type === 'search-end' ? (event.papers ?? []).map(({ id }) => id) : [])),
    read: ids('paper-read'),
    added: ids('paper-add'),
    references: [...section.matchAll(/\[arXiv:([^\]]+)\]/g)].map((match) => match[1] ?? ''),
  }
}
