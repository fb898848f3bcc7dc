import { memo } from 'react'
import type { StoredEvent } from '../../../../../src/store/event-log.ts'
import type { Part } from '../../../record/sentence/fill.ts'
import { sentenceWords } from '../../../record/sentence/words.ts'
import { partsOf } from '../../../record/sentence.ts'
import { useWords } from '../../../words/use-words.ts'
import { excerptOf } from '../find/excerpt.ts'
import { piecesOf } from '../find/folded.ts'

const Pieces = ({ text, needle }: { text: string; needle: string }) =>
  piecesOf(text, needle).map((piece) => (piece.hit ? <mark key={piece.from}>{piece.text}</mark> : piece.text))

/** Pieces of one voice that follow one another are one piece, so that a hit across them is found. */
const joined = (parts: readonly Part[]): Part[] => {
  const pieces: Part[] = []
  for (const part of parts) {
    const last = pieces.at(-1)
    if (last?.voice === part.voice) pieces[pieces.length - 1] = { ...part, text: last.text + part.text }
    else pieces.push(part)
  }
  return pieces
}

/** The sentence of an entry: in serif what a model or a person wrote, and marked what is searched for. */
export const Sentence = memo(({ entry, needle }: { entry: StoredEvent; needle: string }) => {
  const words = useWords(sentenceWords)
  const parts = joined(partsOf(entry, words))
  const excerpt = excerptOf(entry, parts.map(({ text }) => text).join(''), needle)
  const shown: readonly Part[] = excerpt === undefined ? parts : [{ text: excerpt, voice: 'said' }]
  return shown.map(({ text, voice }, place) =>
    voice === 'said' ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one sentence keep their places.
      <q key={place}>
        <Pieces text={text} needle={needle} />
      </q>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: as above.
      <Pieces key={place} text={text} needle={needle} />
    ),
  )
})
