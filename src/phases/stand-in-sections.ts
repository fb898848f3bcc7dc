import { strangers, withoutStrangers } from '../agents/papers-now.ts'
import { aboutIn } from '../core/ask.ts'
import { type SectionName, sectionNames } from '../core/names.ts'
import type { ReadonlyState } from '../core/state.ts'
import { headOf, type ReadText, type Text } from '../core/text.ts'
import { digestMetrics, digestPapers, finalRun } from './digest.ts'
import { type Fallback, ownOr } from './stand-in.ts'

const mark = '*The lab put this section together from its record, because no text that could be used was written for it.*'

/** Whether a section was put together by the lab. */
export const isPutTogether = (text: Text): boolean => headOf(text).startsWith(mark)

const settled = (text: unknown, none: string, readText: ReadText): string => (text === undefined ? none : readText(text as Text))
const measured = ({ now }: ReadonlyState): string => {
  const final = finalRun(now)
  return final ? `Measured in the last run of the best program:\n\n${digestMetrics(final)}` : 'No program ran to its end.'
}

const plan = ({ now }: ReadonlyState, readText: ReadText) => settled(now.plan, 'No plan was settled.', readText)
const papers = (state: ReadonlyState) => `The papers of the review:\n\n${digestPapers(state)}`
const question = ({ topic }: ReadonlyState) => `The topic was: ${topic}`
const setup = ({ now }: ReadonlyState) => {
  const final = finalRun(now)
  if (!final) return 'No program ran to its end.'
  const dataset = now.dataset ? ` The data came from the program ${now.dataset.program}.` : ''
  return `The program ${final.id} was run in ${final.language}.${dataset}`
}

/** What the record holds for each section: nothing else is said. */
const records: Readonly<Record<SectionName, (state: ReadonlyState, readText: ReadText) => string>> = {
  abstract: (state) => `${question(state)}\n\n${measured(state)}`,
  introduction: question,
  'related-work': papers,
  background: papers,
  methods: plan,
  'experimental-setup': setup,
  results: measured,
  discussion: ({ now }, readText) => settled(now.interpretation, 'The results were not interpreted.', readText),
}

/** The most that a section may hold, less the mark. */
const most = 29_000

/** A section from the record alone, in the lab's words and those of roles and papers that stand on it. */
const fromRecord = (section: SectionName, state: ReadonlyState, readText: ReadText): string =>
  `${mark}\n\n${withoutStrangers(records[section](state, readText), state).slice(0, most)}`.trim()

const nameIn = (ask: string): SectionName | undefined => sectionNames.find((name) => name === aboutIn(ask))

/** The role's own words without citations of papers that nobody reviewed; else the section from the record. */
export const sectionFromRecord: Fallback = (state, { ask }, said, readText) => {
  const section = nameIn(ask) ?? sectionNames[0]
  const own = withoutStrangers(said, state)
  const text = ownOr(strangers(own, state).length ? '' : own, { min: 80, max: 30_000 }, fromRecord(section, state, readText))
  return { command: 'write-section', args: { section, text } }
}

/** An edit that changes nothing: the first line with words of the first section, as it stands. */
export const sameAgain: Fallback = (state, turn, _said, readText) => {
  const [section, words] = Object.entries(state.now.report.sections)[0] ?? []
  if (section === undefined || words === undefined) return sectionFromRecord(state, turn, '', readText)
  const lines = readText(words as Text).split('\n')
  const place = lines.findIndex((line) => line.trim() !== '')
  return { command: 'edit-section', args: { section, from: place + 1, to: place + 1, text: lines[place] ?? '' } }
}

/** The page for strangers, from the record. */
export const readmeFromRecord: Fallback = (state, _turn, said) => {
  const written = Object.keys(state.now.report.sections).join(', ') || 'none'
  const words = [
    `# ${state.topic}`,
    'The lab put this page together from its record, because no text that could be used was written for it.',
    `Sections of the report: ${written}.`,
    measured(state),
  ].join('\n\n')
  return { command: 'write-readme', args: { text: ownOr(said, { min: 80, max: 20_000 }, words.slice(0, 20_000).trim()) } }
}
