import type { Contract } from '../../../core/contract.ts'
import { leastP, numeral, oneLine, series } from '../format.ts'
import { count } from '../wording/en/amount.ts'
import { comparisonText } from '../wording/en/comparison.ts'
import { planText } from '../wording.ts'
import { type Answer, type Answers, say } from './answer.ts'
import { earlierResults } from './measured.ts'
import type { Scene } from './scene.ts'

const armsOf = ({ study, planned, words }: Scene): string[] => study.arms(planned).map(words.arm)

const distance = ({ occasion, words }: Scene): string =>
  occasion.nearest
    ? `A rehearsal has no study of “${oneLine(occasion.topic)}”. The nearest that it can carry out is one of ${words.subject}, and we must say on the first page that it does not answer the topic.`
    : ''

const added = ({ study, planned, words }: Scene): string[] => {
  const before = new Set(study.arms({ ...planned, ...study.pilot }))
  return study
    .arms(planned)
    .filter((arm) => !before.has(arm))
    .map(words.arm)
}

const open = (scene: Scene): Answer => {
  const { words, planned } = scene
  const before = earlierResults(scene)
  const [baseline = '', ...others] = armsOf(scene)
  if (!before)
    return say(
      distance(scene),
      `I would ask: ${words.question} ${words.importance}`,
      `My proposal is to take ${baseline} as the baseline and to compare it with ${series(others, 'and')}.`,
      `I expect that ${words.hypothesis}. What would you need to see before you believed it?`,
    )
  const [first] = before.analysis.comparisons
  return say(
    `The reviewers want more than a pilot. In it, over ${before.analysis.repetitions} repetitions: ${first ? comparisonText(before, first) : 'nothing could be compared.'}`,
    `I propose ${planned.seeds.length} repetitions on seeds that the pilot never used. The pilot then cannot lend its luck to the answer.`,
    added(scene).length ? `I would also add ${series(added(scene), 'and')}, to see where the effect turns.` : '',
  )
}

/** The one reply of a run that is malformed: half an object, as a model gives it whose answer is cut off. */
const cutOff = ({ words }: Scene): string => `{"command": "dialogue", "text": "Before I believed that ${words.hypothesis}, I would`

const join = (scene: Scene): Answer | string => {
  const { words, planned, facts } = scene
  if (facts.attempt < 2 && facts.problem === undefined) return cutOff(scene)
  if (facts.attempt < 2)
    return say(
      `I would want every arm to meet the same data. If ${planned.seeds.length} seeds give ${planned.seeds.length} data sets, and each arm runs on all of them, the luck of a data set cancels in the difference.`,
      `As the one measure that decides I would fix the ${words.measure} now, ${words.measureMeaning}.`,
      `From the review (${count(Object.keys(facts.added).length, 'paper')}) I would take the question and no number: what we claim, we measure.`,
      `Is ${planned.seeds.length} enough?`,
    )
  const before = planned.seeds.length > 0 ? earlierResults(scene)?.analysis.repetitions : undefined
  return say(
    `Agreed. With ${before ?? 'few'} pairs the exact sign test could not fall below ${leastP(before ?? 1)}, whatever we measured; with ${planned.seeds.length} it can reach ${leastP(planned.seeds.length)}.`,
    'I would leave the data, the procedure and the primary measure untouched, so that the two attempts can be compared.',
  )
}

/** Steps of a phase in which there is still something to talk over. */
const talk = 4

/** What the plan binds the lab to: the study's own arms, measure and repetitions. */
const contractOf = ({ study, planned, words }: Scene): Contract => {
  const [baseline = '', proposed = '', ...others] = study.arms(planned)
  const { name, unit, better } = study.primary
  return {
    hypotheses: [`We expect that ${words.hypothesis}.`.slice(0, 300)],
    metric: name,
    goal: better === 'higher' ? 'max' : 'min',
    ...(unit === undefined ? {} : { unit }),
    proposed,
    baselines: [baseline],
    ablations: others,
    datasets: [(words.data.split(/(?<=[.:])\s/)[0] ?? words.data).slice(0, 200)],
    repetitions: planned.seeds.length,
    evaluation: 'self-reported',
  }
}

const lead = (scene: Scene): Answer => {
  const { facts, planned, study, words, occasion } = scene
  if (facts.step >= talk)
    return {
      command: 'plan',
      text: `${planText(study, planned, occasion)}\n\n**Stopping.** The number of repetitions is fixed here. What is added after results were seen does not count towards the plan.`,
      ...contractOf(scene),
    }
  if (facts.attempt < 2)
    return say(
      `For a pilot, yes: ${planned.seeds.length} show a large effect and miss a small one, and we will say so.`,
      `More seeds after a look at the results would only be a way to stop when we like what we see.`,
      `One thing worries me. ${words.limits} How do we keep the reader from taking more from it than it holds?`,
    )
  return say(
    `Then ${study.arms(planned).length} arms and ${planned.seeds.length} repetitions.`,
    `Each further arm is one more comparison, and Holm's correction makes every one of them harder to pass. Is the added arm worth that?`,
  )
}

const follow = (scene: Scene): Answer => {
  const { facts, study, planned } = scene
  const comparisons = study.arms(planned).length - 1
  if (facts.attempt < 2)
    return say(
      `We name the limits beside the result, and we report all ${comparisons} comparisons, also those that come to nothing.`,
      `With ${comparisons} of them I would adjust the p-values by Holm's method, and give an interval with each difference. Then I have no further wish. Please settle it.`,
    )
  return say(
    `I think so. With ${comparisons} comparisons the smallest p must pass ${numeral(0.05 / comparisons, 4)} instead of ${numeral(0.05 / Math.max(1, comparisons - 1), 4)}, and ${planned.seeds.length} repetitions pay for that.`,
    'Without it we could not say whether more of the same helps or harms. Please settle it.',
  )
}

/** The postdoc, who proposes and doubts, and the PhD student, who wants to know how it is measured. */
export const planFormulation: Answers = { first: open, join, lead, follow }
