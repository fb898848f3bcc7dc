import { review } from '../../src/agents/commands/review.ts'
import { aboutIn } from '../../src/core/ask.ts'
import type { Facts } from '../../src/core/facts.ts'

const words = 'Words that are long enough for a plan, a section, a note or an interpretation, and that say no number.'
const form = review.example
const nextPaper = ({ found, added }: Facts) => Object.keys(found).find((id) => !added[id])

/** What brings a phase forward, first what ends it: the first of these that can be given now is given. */
const answers: readonly (readonly [string, (facts: Facts) => Record<string, unknown>])[] = [
  ['plan', () => ({ text: words })],
  ['submit-code', () => ({ code: 'export const load = (seed) => [seed]' })],
  ['interpretation', () => ({ text: words })],
  ['write-section', ({ ask }) => ({ section: aboutIn(ask) ?? 'discussion', text: words })],
  ['write-program', ({ turn }) => ({ code: `import { metric } from './lab.mjs' // ${turn}` })],
  ['score-program', () => ({ score: 0.5, why: 'It does what the plan says.' })],
  ['reflect', () => ({ text: 'Sharing the seeds made it better.' })],
  ['score-report', () => ({ ...form })],
  ['write-readme', () => ({ text: words })],
  ['review', () => ({ ...form })],
  ['finish-report', () => ({ why: 'Nothing more can be gained.' })],
  ['add-paper', (facts) => ({ id: nextPaper(facts), note: words })],
  ['dialogue', () => ({ text: 'Let us go on.' })],
  ['search-papers', ({ topic, searches }) => ({ query: `${topic} ${searches.length}` })],
]

/** Answers a turn so that a lab comes to its next phase, whatever was said before. */
export const colleague = (facts: Facts): string => {
  const [command, argsFor] = answers.find(([name]) => facts.commands.includes(name)) ?? []
  return command && argsFor ? JSON.stringify({ command, ...argsFor(facts) }) : ''
}
