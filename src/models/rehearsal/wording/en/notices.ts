import { numeral, oneLine } from '../../format.ts'
import type { Occasion, PlanFacts } from '../facts.ts'
import { count } from './amount.ts'
import { wordsOf } from './comparison.ts'

const quoted = ({ topic }: Occasion): string => `“${oneLine(topic)}”`

/** How the study relates to the topic that was given: said wherever a reader might take one for the other. */
export const topicNotice = (facts: PlanFacts): string =>
  facts.nearest
    ? `This is a study of ${wordsOf(facts).subject}, run instead of one of the topic given, ${quoted(facts)}. It is the nearest study that a rehearsal can carry out; the topic is not among the subjects that it knows, and is not answered here.`
    : `The topic given was ${quoted(facts)}.`

/** Nothing when the study is about the topic itself. */
export const nearestNotice = (facts: PlanFacts): string[] => (facts.nearest ? [topicNotice(facts)] : [])

/** Whether this is the pilot, or the answer to the reviewers. */
export const attemptNotice = ({ attempt, settings, study }: PlanFacts): string => {
  const { seeds } = settings
  if (attempt < 2)
    return `This is a pilot with ${count(seeds.length, 'repetition')}: enough to see a large effect, and too few to exclude a small one.`
  const [arms, before] = [study.arms(settings).length, study.arms({ ...settings, ...study.pilot }).length]
  return `This is attempt ${numeral(attempt)}, made in answer to the reviewers: ${count(seeds.length, 'repetition')} on seeds that no earlier attempt used, and ${count(arms, 'arm')} where the pilot had ${numeral(before)}.`
}
