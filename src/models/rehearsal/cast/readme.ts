import { oneLine } from '../format.ts'
import { comparisonText, verdict } from '../wording/en/comparison.ts'
import { topicNotice } from '../wording/en/notices.ts'
import { resultsOf } from './measured.ts'
import type { Scene } from './scene.ts'

/** For a shell that reads the line. */
const quoted = (text: string): string => `'${oneLine(text).replaceAll("'", "'\\''")}'`

/** The page that explains the run folder to a stranger. */
export const readme = (scene: Scene): string => {
  const facts = resultsOf(scene)
  const { words, facts: known } = scene
  return [
    `# ${words.title}`,
    `This folder holds a rehearsal: a real study that was planned, run and written up without a language model. ${topicNotice(facts)}`,
    '## What was asked',
    words.question,
    '## What was found',
    [verdict(facts), ...facts.analysis.comparisons.map((comparison) => comparisonText(facts, comparison))].join(' '),
    '## What it rests on',
    `${facts.analysis.repetitions} repetitions of ${facts.analysis.arms.length} arms, in attempt ${known.attempt}. ${words.limits}`,
    '## How to run it again',
    `The experiment is one JavaScript program and one data set module beside it. All settings stand in the first line of each. The whole run follows from its topic and its seed, so this gives the same numbers:\n\n    gal run ${quoted(known.topic)} --model rehearsal --seed ${known.seed}`,
  ].join('\n\n')
}
