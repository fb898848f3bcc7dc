import { type SectionName, sectionNames } from '../../../core/names.ts'
import { verdict } from '../wording/en/comparison.ts'
import { sectionText } from '../wording.ts'
import { type Answer, type Answers, say } from './answer.ts'
import { draftForm } from './draft-form.ts'
import { firstDraft, nextPiece, withPiece } from './drafts.ts'
import { linesBetween } from './lines-between.ts'
import { resultsOf } from './measured.ts'
import { addPaper, candidatesBy, candidatesFor, isTelling } from './papers.ts'
import { readme } from './readme.ts'
import { aboutOf, type Scene } from './scene.ts'
import { standing } from './standing.ts'

const sectionIn = ({ facts }: Scene): SectionName => sectionNames.find((name) => name === aboutOf(facts)) ?? 'discussion'

const advise = (scene: Scene): Answer => {
  const facts = resultsOf(scene)
  const { repetitions, comparisons } = facts.analysis
  return say(
    `Make one claim, and let the reader see how far it goes. ${verdict(facts)}`,
    `Say with it that it rests on ${repetitions} repetitions of a small synthetic problem and on ${comparisons.length} comparisons.`,
    'Every number goes with its interval. Leave out whatever you would have to believe rather than show.',
  )
}

const begin = (scene: Scene): Answer => {
  const { facts, words, occasion } = scene
  const again =
    facts.attempt > 1
      ? ' The reviewers come in too: results will say whether the pilot is confirmed, and the discussion what became of their questions.'
      : ''
  return say(
    `The outline. The introduction asks the question of the plan: ${words.question}`,
    `Related work tells what each paper of the review (${occasion.papers.length}) says, and no number of theirs. Methods and setup say what was fixed before the first run. Results give the ${words.measure} of all arms. The discussion answers the hypothesis and names the limits.${again}`,
  )
}

const ofStudy: Readonly<Partial<Record<SectionName, (scene: Scene) => string>>> = {
  'related-work': ({ words }) => words.title,
  background: ({ words }) => `${words.subject} theory`,
}
const ofMethod: Readonly<Partial<Record<SectionName, string>>> = {
  methods: 'statistical tests for comparing learning algorithms',
  discussion: 'why published research findings are false',
}

const search = (scene: Scene): Answer => {
  const section = sectionIn(scene)
  const query = ofStudy[section]?.(scene) ?? ofMethod[section]
  if (query === undefined)
    return say(`The section ${section} needs no paper of its own: the review holds ${scene.occasion.papers.length}, and it cites them all.`)
  if (scene.facts.attempt > 1) return say(`I searched for the section ${section} in the attempt before, and its question has not changed.`)
  return { command: 'search-papers', query }
}

/** Least weight of a paper that a section is worth widening the review for: by the study's words, or by those of a query. */
const enough = { study: 6, query: 3 }

const adopt = (scene: Scene): Answer => {
  const { facts, study } = scene
  const section = sectionIn(scene)
  const query = ofMethod[section]
  const ranked = query === undefined ? candidatesFor(facts, study) : candidatesBy(facts, query)
  const best = ranked.find(({ paper }) => isTelling(paper, study))
  const least = query === undefined ? enough.study : enough.query
  return best && best.weight >= least
    ? addPaper(best)
    : say(`None of these serves the section ${section}: what fits our question is in the review already.`)
}

const section = (scene: Scene): Answer => {
  const name = sectionIn(scene)
  return { command: 'write-section', section: name, text: firstDraft(scene, name) }
}

/** Adds what is missed most. When nothing is, the sections are gone through once more, and stay as they are. */
const edit = (scene: Scene): Answer => {
  const piece = nextPiece(scene)
  if (piece)
    return { command: 'edit-section', section: piece.section, ...linesBetween(standing(scene, piece.section), withPiece(scene, piece)) }
  const name = sectionNames[scene.facts.now.reportScores.length % sectionNames.length] ?? 'abstract'
  return { command: 'write-section', section: name, text: standing(scene, name) || sectionText(name, resultsOf(scene)) }
}

/** The professor advises, the PhD student writes, a reviewer marks each draft. */
export const reportWriting: Answers = {
  advise,
  begin,
  search,
  adopt,
  section,
  edit,
  score: (scene) => ({ command: 'score-report', ...draftForm(scene) }),
  readme: (scene) => ({ command: 'write-readme', text: readme(scene) }),
}
