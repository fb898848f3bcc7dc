import type { SectionName } from '../core/names.ts'
import type { ReadonlyAttempt, ReadonlyProgram, ReadonlyState } from '../core/state.ts'
import { byTurn } from '../core/turn-id.ts'
import type { Labels } from './labels/index.ts'

/** The files in which a program's code lies in the report's folder. */
export const fileEnding = { javascript: 'mjs', python: 'py' } as const
export const programFile = ({ language }: ReadonlyProgram): string => `src/main.${fileEnding[language]}`

/** A small link that says from which turns or programs something follows, to the file that shows it. Nothing without ids. */
export const evidenceLink = ({ evidence }: Labels, ids: readonly string[], file: string): string =>
  ids.length ? `*[${evidence}: ${ids.join(', ')}](${file})*` : ''

/** Sections that tell of what others found; all others tell of what the lab measured. */
const fromPapers = new Set<SectionName>(['introduction', 'related-work', 'background'])
const mostSearches = 3

/** What a section's statements can be held against: the turn that wrote it, and the searches that found its papers, or the run that measured its numbers. */
export const sectionEvidence = (
  section: SectionName,
  { searches }: ReadonlyState,
  { report }: ReadonlyAttempt,
  winner: ReadonlyProgram | undefined,
  labels: Labels,
): string => {
  const wrote = report.turns[section]
  const written = wrote === undefined ? [] : [wrote]
  if (!fromPapers.has(section))
    return winner ? evidenceLink(labels, [...written, winner.id], programFile(winner)) : evidenceLink(labels, written, 'report.md')
  const turns = new Set(searches.filter(({ status, count }) => status === 'ok' && count > 0).map(({ turn }) => turn))
  return evidenceLink(labels, [...written, ...[...turns].sort(byTurn).slice(0, mostSearches)], 'bibliography.bib')
}
