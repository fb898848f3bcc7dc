import { renderDataset, renderInspection } from '../render.ts'
import { type Answer, type Answers, say } from './answer.ts'
import type { Scene } from './scene.ts'

const submit = ({ study, planned }: Scene): Answer => ({ command: 'submit-code', code: renderDataset(study, planned) })

const ask = ({ words, planned, facts }: Scene): Answer =>
  facts.attempt < 2
    ? say(
        `The plan needs data that we make ourselves. ${words.data}`,
        'I will write one function that takes a seed, so that all arms of a repetition get the same data.',
        'Before I hand it in: is there a stored data set that would serve better, and do the data look as they should?',
      )
    : say(
        `The plan keeps the data as they were and asks for ${planned.seeds.length} repetitions on fresh seeds.`,
        'The module does not change; only the seeds that it is given do. Do you see a reason to look at it again?',
      )

/** What was seen of the data, as the program reported it. */
const seen = ({ facts }: Scene): string => {
  const look = Object.values(facts.now.programs).find(({ operator, status }) => operator === 'try' && status === 'ok')
  return look ? look.metrics.map(({ name, value }) => `${name.replaceAll('-', ' ')} ${value}`).join(', ') : ''
}

const join = (scene: Scene): Answer => {
  const { words, facts } = scene
  if (facts.attempt < 2) return { command: 'search-datasets', query: `synthetic generator ${words.subject}`.slice(0, 200) }
  return say('No. The data are made from the seed alone, and the first attempt ran on them without trouble. Hand it in.')
}

const goOn = (scene: Scene): Answer => {
  const { study, planned, facts } = scene
  if (!Object.values(facts.now.programs).some(({ operator }) => operator === 'try'))
    return { command: 'run-code', code: renderInspection(study, planned) }
  const found = Object.keys(facts.now.datasetsFound)
  const stored = found.length ? `The catalogue lists ${found.slice(0, 3).join(', ')}.` : 'The catalogue lists nothing that fits.'
  const looked = seen(scene)
  return say(
    stored,
    'With stored data we could neither set the difficulty nor draw a fresh sample for each repetition, so I would make them.',
    looked
      ? `I looked at the data of the first repetition: ${looked}. It is seen before anything is trained on it, so we could still change our minds; I do not.`
      : 'My look at the data failed, so I cannot vouch for them yet.',
    'You can submit the module.',
  )
}

/** The software engineer, careful, and the machine-learning engineer, who tries things out. */
export const dataPreparation: Answers = { first: ask, lead: submit, again: submit, join, follow: goOn, 'go-on': goOn }
