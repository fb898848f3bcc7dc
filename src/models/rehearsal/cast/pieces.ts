import type { SectionName } from '../../../core/names.ts'
import { byTurn } from '../../../core/turn-id.ts'
import { series } from '../format.ts'
import { count, interval, size } from '../wording/en/amount.ts'
import { comparisonText } from '../wording/en/comparison.ts'
import { tally as tallyText } from '../wording/en/discussion.ts'
import { type ResultFacts, sectionText } from '../wording.ts'
import { earlierResults, resultsOf } from './measured.ts'
import type { Scene } from './scene.ts'

/** A paragraph that the first draft lacks, and what a reader misses without it. */
export type Piece = { section: SectionName; text: string; misses: string }

const opening = 3

const paragraphs = (facts: ResultFacts, section: SectionName): string[] => sectionText(section, facts).split('\n\n')

const limits = (facts: ResultFacts): Piece[] => [
  { section: 'discussion', text: paragraphs(facts, 'discussion').at(-2) ?? '', misses: 'what the study cannot show' },
]

const statistics = (facts: ResultFacts): Piece[] => [
  { section: 'methods', text: paragraphs(facts, 'methods').at(-1) ?? '', misses: 'how the arms are compared' },
]

const measures = (facts: ResultFacts): Piece[] =>
  paragraphs(facts, 'results')
    .slice(opening)
    .slice(0, 1)
    .map((text) => ({ section: 'results', text, misses: 'the measures beside the primary one' }))

const inspection = ({ facts }: Scene): Piece[] => {
  const look = Object.values(facts.now.programs).find(({ operator, status }) => operator === 'try' && status === 'ok')
  if (!look?.metrics.length) return []
  const told = series(
    look.metrics.map(({ name, value, unit }) => `${name.replaceAll('-', ' ')} ${value}${unit ? ` ${unit}` : ''}`),
    'and',
  )
  return [
    {
      section: 'experimental-setup',
      text: `Before anything was measured, the data of the first repetition were looked at: ${told}.`,
      misses: 'what the data look like',
    },
  ]
}

const selection = ({ facts }: Scene): Piece[] => {
  const tried = Object.values(facts.now.programs).filter(
    ({ operator }) => operator === 'draft' || operator === 'repair' || operator === 'improve',
  )
  const broken = tried.filter(({ status }) => status === 'failed').length
  const text = `In this attempt ${count(tried.length, 'program')} ${tried.length === 1 ? 'was' : 'were'} run, of which ${broken === 0 ? 'none' : broken} failed. They were marked by the share of the plan that they measured, by whether they measured anything that the plan does not name, and by how finely they tell two arms apart; which arm was better played no part. The one with the highest mark was run once more, and all results come from that run.`
  return tried.length ? [{ section: 'experimental-setup', text, misses: 'how the program was chosen' }] : []
}

const pilot = (scene: Scene): Piece[] => {
  const before = earlierResults(scene)
  const [first] = before?.analysis.comparisons ?? []
  if (!before || !first) return []
  const [now] = resultsOf(scene).analysis.comparisons
  const agreement =
    now?.direction === first.direction
      ? 'This attempt, on other seeds, comes to the same verdict.'
      : 'This attempt, on other seeds, comes to another verdict.'
  const text = `The pilot is not part of these numbers. In it, over ${count(before.analysis.repetitions, 'repetition')}: ${comparisonText(before, first)} ${agreement}`
  return [{ section: 'results', text, misses: 'whether the pilot is confirmed' }]
}

/** How much more finely this attempt sees than the pilot did. */
const narrowing = (scene: Scene): Piece[] => {
  const [before, now] = [earlierResults(scene), resultsOf(scene)].map((facts) => facts?.analysis.comparisons[0])
  if (before?.low === undefined || before.high === undefined || now?.low === undefined || now.high === undefined) return []
  const [was, is] = [before.high - before.low, now.high - now.low].map((width) => size(width, scene.study.primary))
  const text = `The ${interval} of the first comparison was ${was} wide in the pilot and is ${is} wide here.`
  return [{ section: 'discussion', text, misses: 'what the further repetitions brought' }]
}

const answer = ({ facts, study, planned }: Scene): Piece[] => {
  const before = facts.earlier.at(-1)
  if (!before) return []
  const reviews = Object.values(before.reviews).sort((a, b) => byTurn(a.id, b.id))
  if (!reviews.length) return []
  const text = `The reviewers of the attempt before (${reviews.length}) gave it ${series(
    reviews.map(({ score }) => `${score}`),
    'and',
  )} of 10 and asked for more repetitions. This attempt has ${planned.seeds.length}, with ${count(study.arms(planned).length, 'arm')}. What they asked beyond that, other data, is not answered here.`
  return [{ section: 'discussion', text, misses: 'what became of the reviews' }]
}

const tally = (facts: ResultFacts): Piece[] => {
  const { comparisons } = facts.analysis
  if (comparisons.length < 2) return []
  return [
    {
      section: 'abstract',
      text: tallyText(facts),
      misses: 'how many comparisons were made',
    },
  ]
}

/** What the first draft of an attempt leaves out, the most important first: whoever was asked for it once has it the next time. */
export const latePieces = (scene: Scene): Piece[] => {
  const facts = resultsOf(scene)
  return scene.facts.attempt < 2
    ? [...limits(facts), ...measures(facts), ...statistics(facts), ...selection(scene), ...inspection(scene)]
    : [...pilot(scene), ...answer(scene), ...narrowing(scene), ...selection(scene), ...tally(facts)]
}
