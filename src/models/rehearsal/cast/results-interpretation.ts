import { numeral } from '../format.ts'
import { comparisonText, verdict } from '../wording/en/comparison.ts'
import type { ResultFacts } from '../wording.ts'
import { interpretationText } from '../wording.ts'
import { type Answer, type Answers, say } from './answer.ts'
import { earlierResults, resultsOf } from './measured.ts'
import type { Scene } from './scene.ts'

const firstOf = (facts: ResultFacts): string => {
  const [first] = facts.analysis.comparisons
  return first ? comparisonText(facts, first) : 'Nothing could be compared.'
}

const open = (scene: Scene): Answer => {
  const facts = resultsOf(scene)
  return say(
    `Let us begin with the comparison that we planned for. ${firstOf(facts)}`,
    'Before we read anything into it: are all measurements there, and what do the other arms say?',
  )
}

const complete = ({ analysis }: ResultFacts): string => {
  const missing = analysis.arms.reduce((sum, arm) => sum + arm.missing.length, 0)
  return missing === 0
    ? `All ${analysis.arms.length * analysis.repetitions} measurements are there.`
    : `${missing} of ${analysis.arms.length * analysis.repetitions} measurements are missing, and I did not fill them in.`
}

const join = (scene: Scene): Answer => {
  const facts = resultsOf(scene)
  const others = facts.analysis.comparisons.slice(1).map((comparison) => comparisonText(facts, comparison))
  return say(
    complete(facts),
    ...(others.length ? others : ['There is no other arm.']),
    'The p-values are adjusted for all comparisons together.',
  )
}

const talk = 3

const direction = (facts: ResultFacts) => facts.analysis.comparisons[0]?.direction

/** Whether the attempt before found the same. */
const against = (scene: Scene, facts: ResultFacts): string => {
  const before = earlierResults(scene)
  if (!before)
    return `It is a pilot of ${facts.analysis.repetitions} repetitions, so I would not call anything settled by it. What would change your mind?`
  const same = direction(before) === direction(facts)
  const [was, is] = [before, facts].map((one) => `“${direction(one) ?? 'no comparison'}”`)
  return `The pilot's verdict on the hypothesis was ${was}, and on fresh seeds it is ${is}: ${same ? 'the second sample agrees with the first' : 'the second sample does not repeat the first, and the larger one counts'}. What remains open?`
}

const lead = (scene: Scene): Answer => {
  const facts = resultsOf(scene)
  if (scene.facts.step >= talk) return { command: 'interpretation', text: interpretationText(facts) }
  return say(verdict(facts), against(scene, facts))
}

/** How wide the interval of the first comparison is beside the difference itself. */
const reach = ({ analysis: { comparisons } }: ResultFacts): string => {
  const [first] = comparisons
  if (first?.low === undefined || first.high === undefined || !first.difference) return ''
  const share = (first.high - first.low) / Math.abs(first.difference)
  return `The interval of the first comparison is ${numeral(share, 1)} times as wide as the difference, so its size is known ${share < 1 ? 'well' : 'only roughly'}.`
}

const follow = (scene: Scene): Answer => {
  const facts = resultsOf(scene)
  return say(
    reach(facts),
    `It holds for this problem only. ${scene.words.limits}`,
    `${scene.words.next} I would put that at the end, as what comes next.`,
  )
}

/** The postdoc asks what it means, the PhD student what is there. */
export const resultsInterpretation: Answers = { first: open, join, lead, follow }
