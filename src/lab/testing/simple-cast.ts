import { plan } from '../../agents/commands/plan.ts'
import { review } from '../../agents/commands/review.ts'
import type { Facts } from '../../core/facts.ts'

const form = review.example
const words = 'Words that are long enough to be taken for a section, a plan, a note or an interpretation of the results.'

const nextPaper = ({ found, added }: Facts) => Object.keys(found).find((id) => !added[id])

/** What each ask is answered with: the shortest way through all phases. */
const answers: Readonly<Record<string, (facts: Facts) => Record<string, unknown>>> = {
  'literature-review/first': ({ topic }) => ({ command: 'search-papers', query: topic }),
  'literature-review/next': (facts) => ({ command: 'add-paper', id: nextPaper(facts) ?? 'none', note: words }),
  'plan-formulation/first': () => ({ command: 'dialogue', text: 'I propose three arms.' }),
  'plan-formulation/join': () => ({ command: 'dialogue', text: 'I agree.' }),
  'plan-formulation/lead': () => ({ ...plan.example, command: 'plan', text: words }),
  'data-preparation/first': () => ({ command: 'submit-code', code: 'export const load = (seed) => [seed]' }),
  'running-experiments/draft': () => ({ command: 'write-program', code: "import { metric } from './lab.mjs' // draft" }),
  'running-experiments/improve': ({ turn }) => ({ command: 'edit-program', from: 1, to: 1, text: `// improved in ${turn}` }),
  'running-experiments/score': ({ turn }) => ({
    command: 'score-program',
    score: turn.endsWith('0') ? 0.6 : 0.4,
    why: 'It does what the plan says.',
  }),
  'running-experiments/reflect': () => ({ command: 'reflect', text: 'Sharing the seeds made it better.' }),
  'results-interpretation/first': () => ({ command: 'dialogue', text: 'The difference is small.' }),
  'results-interpretation/join': () => ({ command: 'dialogue', text: 'So it is.' }),
  'results-interpretation/lead': () => ({ command: 'interpretation', text: words }),
  'report-writing/advise': () => ({ command: 'dialogue', text: 'Keep it short.' }),
  'report-writing/begin': () => ({ command: 'dialogue', text: 'Here is the outline.' }),
  'report-writing/search': ({ topic }) => ({ command: 'search-papers', query: topic }),
  'report-writing/adopt': () => ({ command: 'dialogue', text: 'None serves.' }),
  'report-writing/section': ({ ask }) => ({ command: 'write-section', section: ask.split(':')[1], text: words }),
  'report-writing/score': () => ({ command: 'score-report', ...form }),
  'report-writing/edit': () => ({ command: 'edit-section', section: 'abstract', from: 1, to: 1, text: `${words} Edited.` }),
  'report-writing/readme': () => ({ command: 'write-readme', text: words }),
  'report-refinement/review': () => ({ command: 'review', ...form }),
  'report-refinement/decide': () => ({ command: 'revise-plan', why: 'They ask for more repetitions.' }),
  'report-refinement/decide-last': () => ({ command: 'finish-report', why: 'Nothing more can be gained.' }),
}

/** A cast for tests: answers each ask at once with a valid command. */
export const simpleCast = (facts: Facts): string => {
  const answer = answers[`${facts.phase}/${facts.ask.split(':')[0]}`]
  return answer ? JSON.stringify(answer(facts)) : ''
}
