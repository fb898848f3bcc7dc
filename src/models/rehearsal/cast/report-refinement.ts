import type { ReviewForm } from '../../../core/review.ts'
import { byTurn } from '../../../core/turn-id.ts'
import { numeral, series } from '../format.ts'
import { count } from '../wording/en/amount.ts'
import { verdict } from '../wording/en/comparison.ts'
import { sectionText } from '../wording.ts'
import type { Answer, Answers } from './answer.ts'
import { type Emphasis, enoughRepetitions, type Judged, judgeReport, marksOf } from './marks.ts'
import { resultsOf } from './measured.ts'
import type { Scene } from './scene.ts'
import { standing } from './standing.ts'

const emphases: readonly Emphasis[] = ['soundness', 'use', 'text']

type Opinion = Pick<ReviewForm, 'strengths' | 'weaknesses' | 'questions'>

const nothing = 'No repetition reported both arms of the hypothesis, so there is no result to judge.'

const ofSoundness = (_scene: Scene, seen: Judged): Opinion => ({
  strengths: `All arms share data and seeds, so the differences are paired. ${count(seen.comparisons, 'comparison')}, all reported, with Holm's correction.${seen.confirmed ? ' A second sample on fresh seeds repeats the verdict of the first.' : ''}`,
  weaknesses:
    seen.repetitions < enoughRepetitions
      ? `Only ${count(seen.repetitions, 'repetition')}: enough for a large effect at most, and the sign test cannot fall below ${numeral(2 / 2 ** seen.repetitions, 4)}. I would want at least ${enoughRepetitions}, on seeds that were not used before.`
      : `${seen.repetitions} repetitions bound a small effect only loosely, and arms other than the baseline were not tested against one another.`,
  questions:
    seen.repetitions < enoughRepetitions
      ? 'Does the direction hold on fresh seeds, and with more repetitions?'
      : 'Would another way to draw the data change the direction?',
})

const ofUse = ({ words, occasion, facts }: Scene, seen: Judged): Opinion => ({
  strengths: `The question is plain and the answer can be used: ${seen.clear} of ${count(seen.comparisons, 'comparison')} show a clear difference. ${count(seen.cited, 'paper')} cited.`,
  weaknesses: `${occasion.nearest ? 'The study is not about the topic that was given. ' : ''}The data are synthetic and one setting of them was tried. ${facts.attempt < 2 ? 'A pilot alone helps nobody to choose: more repetitions and a wider range of arms are needed.' : 'Whoever works at another size learns the direction at most.'}`,
  questions: `What follows for whoever works elsewhere? ${words.next}`,
})

/** Whether the results section says what the record gives, paragraph by paragraph. */
const checked = (scene: Scene): { agree: number; all: number } => {
  const told = standing(scene, 'results')
  const due = sectionText('results', resultsOf(scene)).split('\n\n')
  return { agree: due.filter((paragraph) => told.includes(paragraph)).length, all: due.length }
}

const ofText = (scene: Scene, seen: Judged): Opinion => {
  const { agree, all } = checked(scene)
  return {
    strengths: `I computed the results again from the record: ${agree} of ${all} paragraphs of the results agree with it to the digit.${seen.limits ? ' The limits are named.' : ''}`,
    weaknesses: `${seen.limits ? '' : 'The discussion does not name what the study cannot show. '}${seen.repetitions < enoughRepetitions ? `The text calls itself a pilot, and with ${seen.repetitions} repetitions it should not be more; its claim needs more repetitions.` : 'The text is dry, and its curve is described by its ends only.'}`,
    questions: 'Which result would have made you drop the hypothesis?',
  }
}

const opinions: Readonly<Record<Emphasis, (scene: Scene, seen: Judged) => Opinion>> = { soundness: ofSoundness, use: ofUse, text: ofText }

const review = (scene: Scene): Answer => {
  const seen = judgeReport(scene)
  const emphasis = emphases[scene.facts.seat % emphases.length] ?? 'soundness'
  return {
    command: 'review',
    summary: `The report asks: ${scene.words.question} ${verdict(resultsOf(scene))}`,
    ...opinions[emphasis](scene, seen),
    ...(seen.repetitions === 0 ? { weaknesses: nothing } : {}),
    limitations: scene.words.limits,
    'ethical-concerns': false,
    ...marksOf(seen, emphasis),
  }
}

const scores = ({ facts }: Scene): string =>
  series(
    Object.values(facts.now.reviews)
      .sort((a, b) => byTurn(a.id, b.id))
      .map(({ score }) => `${score}`),
    'and',
  )

const answered = (repetitions: number): string =>
  repetitions < enoughRepetitions
    ? `They ask for more repetitions than the ${numeral(repetitions)} there are; that stays open.`
    : `What they asked of the experiment is answered with ${count(repetitions, 'repetition')}.`

const finish = (scene: Scene): Answer => ({
  command: 'finish-report',
  why: `The reviewers give ${scores(scene) || 'no marks'}. ${answered(judgeReport(scene).repetitions)} Other data were not tried either. ${scene.words.next}`,
})

const decide = (scene: Scene): Answer => {
  const { repetitions } = judgeReport(scene)
  if (repetitions >= enoughRepetitions) return finish(scene)
  return {
    command: 'revise-plan',
    why: `The reviewers give ${scores(scene) || 'no marks'} and ask for more repetitions, and they are right: ${count(repetitions, 'pair')} cannot show a small effect. The next plan has to answer with more repetitions, on fresh seeds.`,
  }
}

/** The reviewers, each with an eye of their own, and the PhD student, who decides. */
export const reportRefinement: Answers = { review, decide, 'decide-last': finish }
