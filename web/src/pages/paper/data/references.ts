import type { PaperView } from '../../../../../src/core/viewer/viewer-state.ts'
import type { Report } from '../text/report-tree.ts'
import { textOfBlocks } from '../text/text-of-blocks.ts'

/** A line of the list of references, and the paper of the record that it stands for. */
export type Reference = { number: number; text: string; paper: PaperView | undefined }

/** The longest title that stands in the line: one title may be the beginning of another. */
const paperIn = (text: string, papers: readonly PaperView[]): PaperView | undefined =>
  papers.filter(({ title }) => text.includes(title)).sort((a, b) => b.title.length - a.title.length)[0]

export const referencesOf = ({ sections }: Report, papers: readonly PaperView[]): Reference[] =>
  sections
    .filter(({ kind }) => kind === 'references')
    .flatMap(({ parts }) => parts.flatMap(({ blocks }) => blocks))
    .flatMap((block) =>
      block.kind === 'list' && block.ordered
        ? block.items.map((item, place) => ({ number: block.start + place, text: textOfBlocks(item) }))
        : [],
    )
    .map(({ number, text }) => ({ number, text, paper: paperIn(text, papers) }))
