import { plainWords } from '../../../words/plain-words.ts'
import type { Fact } from '../trace/fact.ts'
import type { Source } from '../trace/source.ts'
import type { PaperWords } from '../words.ts'

/** The measure with its unit, its split and step, and the arms that are compared. */
const whatOf = ({ measure, unit, split, step, arms, how }: Fact, words: PaperWords): string => {
  const named = measure === null ? '' : unit === null ? measure : `${measure} (${unit})`
  const [one, other] = arms
  const compared = other !== undefined && how !== 'arms' && how !== 'compared'
  const of = compared && one !== undefined ? words.against(one, other) : arms.join('; ')
  const at = step === null || how === 'step' ? '' : words.atStep(String(step))
  return [named, split ?? '', of, at].filter(Boolean).join(', ')
}

/** What a number is, in one sentence. */
const sayFact = (fact: Fact, words: PaperWords): string => words.how[fact.how](whatOf(fact, words), String(fact.rows.length))

export const saySource = (source: Source, words: PaperWords): string => {
  switch (source.type) {
    case 'fact':
      return sayFact(source.fact, words)
    case 'count':
      return words.counts[source.count.of]
    case 'score':
      return words.scores[source.of](source.name)
    case 'top':
      return words.top
    case 'level':
      return words.level
    case 'setting':
      return `${words.places[source.setting.place]}: ${plainWords(source.line.trim()).slice(0, 160)}`
    case 'paper':
      return words.paperPlaces[source.where]
  }
}
