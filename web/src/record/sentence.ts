import type { EventType } from '../../../src/core/events/index.ts'
import type { StoredEvent } from '../../../src/store/event-log.ts'
import { agentTellers } from './sentence/agent.ts'
import type { Part } from './sentence/fill.ts'
import { peopleTellers } from './sentence/people.ts'
import { phaseTellers } from './sentence/phase.ts'
import { programTellers } from './sentence/program.ts'
import { reportTellers } from './sentence/report.ts'
import { runTellers } from './sentence/run.ts'
import { studyTellers } from './sentence/study.ts'
import type { LooseEvent, Teller, Tellers } from './sentence/teller.ts'
import { turnTellers } from './sentence/turn.ts'
import type { SentenceWords } from './sentence/words.ts'

const tellers: Tellers<EventType> = {
  ...runTellers,
  ...peopleTellers,
  ...phaseTellers,
  ...turnTellers,
  ...studyTellers,
  ...programTellers,
  ...reportTellers,
  ...agentTellers,
}

/**
 * One sentence for an entry, in pieces: what the viewer says, and what a model or a person wrote. Any event has one, also when
 * its texts were cut; of a type that is new to this viewer it is the type.
 */
export const partsOf = ({ event }: Pick<StoredEvent, 'event'>, words: SentenceWords): Part[] => {
  const type: string = event.type
  const tell: Teller | undefined = Object.hasOwn(tellers, type) ? tellers[type as EventType] : undefined
  const parts = tell?.(event as LooseEvent, words) ?? []
  return parts.length > 0 ? parts : [{ text: type, voice: 'told' }]
}

/** One sentence for an entry of the record, on one line. `words`: `useWords(sentenceWords)`. */
export const sentenceOf = (entry: Pick<StoredEvent, 'event'>, words: SentenceWords): string =>
  partsOf(entry, words)
    .map(({ text }) => text)
    .join('')
