import { type PhaseName, phaseNames } from '../../../../src/core/names.ts'
import { shortId } from './program-rows.ts'
import type { LabWords } from './words.ts'

/** The phase that a turn belongs to: its id begins with it. */
export const phaseOfTurn = (turn: string): PhaseName | undefined => phaseNames.find((phase) => turn.startsWith(`${phase}.`))

type Say = (about: string, words: LabWords) => string

const section = (about: string, { sections }: LabWords): string =>
  Object.hasOwn(sections, about) ? sections[about as keyof typeof sections] : about

/** What a role is asked for, by the word before the colon of `ask`; what stands behind it is a program or a section. */
const says: Readonly<Record<string, Say>> = {
  draft: (_, { doing }) => doing.draft,
  improve: (about, { doing }) => doing.improve(shortId(about)),
  repair: (about, { doing }) => doing.repair(shortId(about)),
  reflect: (about, { doing }) => doing.reflect(shortId(about)),
  score: (about, { doing }) => (about === '' ? doing.score : doing.scoreProgram(shortId(about))),
  section: (about, words) => words.doing.section(section(about, words)),
  search: (about, words) => words.doing.search(section(about, words)),
  adopt: (about, words) => words.doing.adopt(section(about, words)),
  edit: (_, { doing }) => doing.edit,
  readme: (_, { doing }) => doing.readme,
  review: (_, { doing }) => doing.review,
  decide: (_, { doing }) => doing.decide,
  'decide-last': (_, { doing }) => doing.decide,
  advise: (_, { doing }) => doing.advise,
  begin: (_, { doing }) => doing.begin,
}

/** What somebody is at, in a few words: from what was asked, or where that says nothing, from the phase. */
export const doingOf = ({ ask, turn }: { ask: string; turn: string }, words: LabWords): string => {
  const [head = '', about = ''] = ask.split(/:(.*)/s)
  const say = Object.hasOwn(says, head) ? says[head] : undefined
  if (say) return say(about, words)
  const phase = phaseOfTurn(turn)
  return phase ? words.doing.phases[phase] : ask
}
