import type { SectionName } from '../../../core/names.ts'
import { sectionText } from '../wording.ts'
import { resultsOf } from './measured.ts'
import { latePieces, type Piece } from './pieces.ts'
import type { Scene } from './scene.ts'
import { isThere } from './standing.ts'

/** A section as a list of paragraphs. */
const paragraphsOf = (text: string): string[] => text.split('\n\n')

const without = (paragraphs: readonly string[], pieces: readonly Piece[]) =>
  paragraphs.filter((paragraph) => !pieces.some(({ text }) => text === paragraph))

/** The finished section with those of its late pieces that `there` lets through. */
const compose = (scene: Scene, section: SectionName, there: (piece: Piece) => boolean): string => {
  const own = latePieces(scene).filter((piece) => piece.section === section)
  const whole = paragraphsOf(sectionText(section, resultsOf(scene)))
  const added = own.filter(({ text }) => !whole.includes(text)).map(({ text }) => text)
  return without(
    [...whole, ...added],
    own.filter((piece) => !there(piece)),
  ).join('\n\n')
}

/** A section as it is first written: without what the edits will add. */
export const firstDraft = (scene: Scene, section: SectionName): string => compose(scene, section, () => false)

/** The piece that is to be added next, in the order of their weight; none when the report is as good as it gets. */
export const nextPiece = (scene: Scene): Piece | undefined => latePieces(scene).find((piece) => !isThere(scene, piece))

/** The section of a piece, with all that is there already and the piece as well. */
export const withPiece = (scene: Scene, piece: Piece): string =>
  compose(scene, piece.section, (other) => other.text === piece.text || isThere(scene, other))
