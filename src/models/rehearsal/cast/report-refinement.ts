import type { ReviewForm } from '../../../core/review.ts'
import { byTurn } from '../../../core/turn-id.ts'
import { leastP, numeral, series } from '../format.ts'
import { count } from '../wording/en/amount.ts'
import { verdict } from '../wording/en/comparison.ts'
import { tally } from '../wording/en/discussion.ts'
import { sectionText } from '../wording.ts'
import type { Answer, Answers } from './answer.ts'
import { type Emphasis, enoughRepetitions, type Judged, judgeReport, marksOf } from './marks.ts'
import { resultsOf } from './measured.ts'
import { latePieces } from './pieces.ts'
import type { Scene } from './scene.ts'
import { standing } from './standing.ts'

const emphases: readonly Emphasis[] = ['soundness', 'use', 'text']

type Opinion = Pick<ReviewForm, 'strengths' | 'weaknesses' | 'questions'>

const nothing = 'No repetition reported both arms of the hypothesis, so there is no result to judge.'

/** How well the size of the first difference is known. */
const sized = ({ width, repetitions }: Judged): string =>
  Number.isFinite(width)
    ? `Over ${count(repetitions, 'repetition')}, the interval of the first comparison is ${numeral(width, 2)} times as wide as its difference.`
    : 'The first comparison has no interval that could be set beside its difference.'

const ofSoundness = (_scene: Scene, seen: Judged): Opinion => ({
  strengths: `All arms share data and seeds, so the differences are paired. ${count(seen.comparisons, 'comparison')}, all reported, with Holm's correction.${seen.confirmed ? ' A second sample on fresh seeds repeats the verdict of the first.' : ''}`,
  weaknesses:
    seen.repetitions < enoughRepetitions
      ? `Only ${count(seen.repetitions, 'repetition')}: enough for a large effect at most, and the sign test cannot fall below ${leastP(seen.repetitions)}. I would want at least ${enoughRepetitions}, on seeds that were not used before.`
      : `${sized(seen)} Arms other than the baseline were not tested against one another.`,
  questions:
    seen.repetitions < enoughRepetitions
      ? 'Does the direction hold on fresh seeds, and with more repetitions?'
      : 'Would another way to draw the data change the direction?',
})

const ofUse = (scene: Scene, seen: Judged): Opinion => ({
  strengths: `The question is plain and the answer can be used. ${tally(resultsOf(scene))} ${count(seen.cited, 'paper')} cited, of which ${numeral(seen.relevant)} on the subject.`,
  weaknesses: `${scene.occasion.nearest ? 'The study is not about the topic that was given. ' : ''}The data are synthetic and one setting of them was tried. ${scene.facts.attempt < 2 ? 'A pilot alone helps nobody to choose: more repetitions and a wider range of arms are needed.' : 'Whoever works at another size learns the direction at most.'}`,
  questions: `What follows for whoever works elsewhere? ${scene.words.next}`,
})

/** Of the paragraphs that the results section really has, those that the record gives to the digit. */
const checked = (scene: Scene): { agree: number; all: number } => {
  const late = latePieces(scene).filter(({ section }) => section === 'results')
  const due = new Set([...sectionText('results', resultsOf(scene)).split('\n\n'), ...late.map(({ text }) => text)])
  const told = standing(scene, 'results').split('\n\n').filter(Boolean)
  return { agree: told.filter((paragraph) => due.has(paragraph)).length, all: told.length }
}

const ofText = (scene: Scene, seen: Judged): Opinion => {
  const { agree, all } = checked(scene)
  return {
    strengths: `I computed the results again from the record: ${agree} of ${all} paragraphs of the results agree with it to the digit.${seen.limits ? ' The limits are named.' : ''}`,
    weaknesses: `${seen.turned ? 'Along its curve an arm was better than any at the end, so the conclusion depends on where one stops. ' : ''}${seen.limits ? '' : 'The discussion does not name what the study cannot show. '}${seen.repetitions < enoughRepetitions ? `The text calls itself a pilot, and with ${seen.repetitions} repetitions it should not be more; its claim needs more repetitions.` : 'The text is dry, and its curve is described by its ends only.'}`,
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
