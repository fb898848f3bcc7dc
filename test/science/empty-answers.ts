import { commands } from '../../src/agents/commands/index.ts'
import type { Facts } from '../../src/core/facts.ts'
import type { PhaseName } from '../../src/core/names.ts'
import type { Text } from '../../src/core/text.ts'
import { simpleCast } from '../../src/lab/testing/simple-cast.ts'
import type { Seen } from './real-lab.ts'

type Answer = (facts: Facts) => string

const examples = new Map<string, object>(commands.map(({ name, example }) => [name, example]))

/** The first command that may be given now, with every free text in it replaced. */
const filledWith =
  (words: string): Answer =>
  ({ commands: [name = ''] }) => {
    const example = Object.entries(examples.get(name) ?? {})
    // Marks and choices stay: the form is right, and nothing is said in it.
    const said = example.map(([key, value]) => [key, typeof value === 'string' && value.includes(' ') ? words : value])
    return JSON.stringify({ ...Object.fromEntries(said), command: name })
  }

/** What is said by those who have nothing to say. */
export const placeholder = 'No plan specified.'

/** Ways of answering without saying anything, in the right form or not. */
export const emptyAnswers: Readonly<Record<string, Answer>> = {
  'with an object that holds nothing': () => '{}',
  'with blank texts': filledWith('  \n '),
  'with "No plan specified."': filledWith(placeholder),
}

export const inPhase =
  (phase: PhaseName, answer: Answer): Answer =>
  (facts) =>
    facts.phase === phase ? answer(facts) : simpleCast(facts)

const form = ({ summary, strengths, weaknesses, questions, limitations }: Readonly<Record<string, unknown>>) =>
  [summary, strengths, weaknesses, questions, limitations].map(String)

/** Every text that a run accepted as somebody's work, by what it is. */
export const accepted = ({ state, read }: Seen): [string, string][] => {
  const texts = [...state.earlier, state.now].flatMap((attempt): [string, Text][] => [
    ...Object.entries({ plan: attempt.plan, interpretation: attempt.interpretation, readme: attempt.readme }).flatMap(
      ([what, text]): [string, Text][] => (text === undefined ? [] : [[what, text]]),
    ),
    ...Object.entries(attempt.report.sections).map(([section, text]): [string, Text] => [`section ${section}`, text]),
    ...Object.values(attempt.programs).map(({ id, code }): [string, Text] => [`program ${id}`, code]),
    ...Object.values(attempt.reviews).flatMap(({ id, form: given }) => form(given).map((text): [string, Text] => [`review ${id}`, text])),
    ...(attempt.dataset ? [['data set', attempt.dataset.code] as [string, Text]] : []),
  ])
  const notes = Object.entries(state.added).map(([id, { note }]): [string, Text] => [`note on ${id}`, note])
  return [...texts, ...notes].map(([what, text]) => [what, read(text)])
}
