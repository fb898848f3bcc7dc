import { z } from 'zod'
import { addPaper } from '../agents/commands/add-paper.ts'
import { dialogue } from '../agents/commands/dialogue.ts'
import { editSection } from '../agents/commands/edit-section.ts'
import { scoreReport } from '../agents/commands/review.ts'
import { searchPapers } from '../agents/commands/search-papers.ts'
import { writeReadme } from '../agents/commands/write-readme.ts'
import { writeSection } from '../agents/commands/write-section.ts'
import { numberLines } from '../agents/lines.ts'
import { isMeasured, phaseAfter } from '../core/kinds.ts'
import { type SectionName, sectionNames } from '../core/names.ts'
import type { ReadonlyState } from '../core/state.ts'
import type { ReadText, Text } from '../core/text.ts'
import { sayIt, wordsOf } from './conversation.ts'
import { digestEvidence, digestMetrics, digestPapers, digestReport, finalRun } from './digest.ts'
import { definePhase, steps } from './phase.ts'
import { lowestForm } from './stand-in-forms.ts'
import { isPutTogether, readmeFromRecord, sameAgain, sectionFromRecord } from './stand-in-sections.ts'

/** Sections that the writer looks for papers before (AgentLaboratory's paper-solver). */
const searchedFirst: ReadonlySet<SectionName> = new Set(['introduction', 'related-work', 'background', 'methods', 'discussion'])
/** A section that was asked for so often and is still not there is left out, and the phase ends as partial. */
const tries = 3

const count = (state: ReadonlyState, ask: string) =>
  state.phase?.turns.filter((turn) => turn.ask === ask && turn.repairs === undefined).length ?? 0
/** Whether the search before a section found something that is not in the review yet. */
const foundNew = ({ phase, searches }: ReadonlyState, section: SectionName) => {
  const turn = phase?.turns.find(({ ask, end }) => ask === `search:${section}` && end?.command === 'search-papers')
  return searches.some((search) => search.turn === turn?.id && search.count > 0)
}
/** What the writer is shown before an edit, with line numbers: everything at first, then the sections that the last edit touched. */
const changedSections = ({ phase, now }: ReadonlyState, readText: ReadText): string => {
  const last = phase?.turns.findLast(({ ask }) => ask === 'edit')
  if (!last) return digestReport(now, readText, numberLines)
  const asked = last.reply === undefined ? '' : readText(last.reply as Text)
  const touched = Object.entries(now.report.sections).filter(
    ([section]) => now.report.turns[section as SectionName] === last.id || asked.includes(`"${section}"`),
  )
  const sections = touched.length ? Object.fromEntries(touched) : now.report.sections
  return digestReport({ ...now, report: { ...now.report, sections } }, readText, numberLines)
}
const evidence = (state: ReadonlyState, readText: ReadText) => {
  const final = finalRun(state.now)
  return {
    plan: state.now.plan === undefined ? '(no plan)' : readText(state.now.plan as Text),
    interpretation: state.now.interpretation === undefined ? '(no interpretation)' : readText(state.now.interpretation as Text),
    results: !isMeasured(state.kind) ? digestEvidence(state, readText) : final ? digestMetrics(final) : '(no results)',
  }
}

/** The professor advises, the PhD student writes section by section and then edits; a reviewer scores each edit, the best stays. */
export const reportWriting = definePhase({
  name: 'report-writing',
  title: 'Report writing',
  settings: z.strictObject({
    steps,
    edits: z.int().min(0).max(50).default(5).describe('whole-report edits after the first draft, each scored by the review form'),
  }),
  tells: {
    advise: { role: 'professor', slots: ['topic', 'plan', 'interpretation', 'results'], commands: [dialogue], fallback: sayIt },
    begin: {
      role: 'phd-student',
      slots: ['topic', 'papers', 'plan', 'interpretation', 'results', 'advice'],
      commands: [dialogue],
      fallback: sayIt,
    },
    search: { role: 'phd-student', slots: ['section'], commands: [searchPapers(10), dialogue], fallback: sayIt },
    adopt: { role: 'phd-student', slots: ['section'], commands: [addPaper, dialogue], fallback: sayIt },
    section: { role: 'phd-student', slots: ['section', 'papers'], commands: [writeSection], fallback: sectionFromRecord },
    score: { role: 'reviewer', slots: ['report', 'results'], commands: [scoreReport], fallback: lowestForm('score-report') },
    edit: { role: 'phd-student', slots: ['report', 'score', 'verdict'], commands: [writeSection, editSection], fallback: sameAgain },
    readme: { role: 'professor', slots: ['topic', 'report'], commands: [writeReadme], fallback: readmeFromRecord },
  },

  decide(state, { edits }, readText) {
    const { topic, now } = state
    if (now.readme !== undefined || count(state, 'readme') >= tries) return { finish: true }
    if (count(state, 'advise') === 0) return { speak: [{ tell: 'advise', slots: { topic, ...evidence(state, readText) } }] }
    if (count(state, 'begin') === 0) {
      const advice = wordsOf(
        state.phase?.turns.findLast(({ ask }) => ask === 'advise'),
        readText,
      )
      return { speak: [{ tell: 'begin', slots: { topic, papers: digestPapers(state), ...evidence(state, readText), advice } }] }
    }
    for (const section of sectionNames) {
      if (now.report.sections[section] !== undefined || count(state, `section:${section}`) >= tries) continue
      if (searchedFirst.has(section) && count(state, `search:${section}`) === 0)
        return { speak: [{ tell: 'search', about: section, slots: { section } }] }
      if (foundNew(state, section) && count(state, `adopt:${section}`) === 0)
        return { speak: [{ tell: 'adopt', about: section, slots: { section } }] }
      return {
        speak: [
          {
            tell: 'section',
            about: section,
            slots: {
              section,
              papers:
                Object.keys(state.added)
                  .map((id) => `[@${id}]`)
                  .join(', ') || 'none',
            },
          },
        ],
      }
    }
    const edited = count(state, 'edit')
    const scored = count(state, 'score')
    // Each draft is read with fresh eyes: whoever scored the one before would carry it along in every request.
    if (scored <= edited)
      return {
        speak: [{ tell: 'score', seat: scored, slots: { report: digestReport(now, readText), results: digestEvidence(state, readText) } }],
      }
    if (edited < edits) {
      const last = now.reportScores.at(-1)
      const verdict = last?.kept === false ? 'The last edit made the report worse and was put back.' : 'This is the best version so far.'
      const slots = { report: changedSections(state, readText), score: String(last?.score ?? 'none'), verdict }
      return { speak: [{ tell: 'edit', slots }] }
    }
    return { speak: [{ tell: 'readme', slots: { topic, report: digestReport(now, readText) } }] }
  },

  missing({ now }) {
    const absent = sectionNames.filter((section) => now.report.sections[section] === undefined)
    if (absent.length === sectionNames.length) return { kind: 'failed', why: 'no section of the report was written' }
    if (absent.length) return { kind: 'partial', why: `these sections were not written: ${absent.join(', ')}` }
    const put = sectionNames.filter((section) => isPutTogether(now.report.sections[section] ?? ''))
    if (put.length) return { kind: 'partial', why: `these sections were put together by the lab: ${put.join(', ')}` }
    return now.readme === undefined ? { kind: 'partial', why: 'the readme was not written' } : undefined
  },
  next: ({ kind }) => phaseAfter(kind, 'report-writing'),
})
