import { createContext, useContext } from 'react'
import type { RunView } from '../../live/run-view.ts'
import type { Reference } from './data/references.ts'
import type { Mark } from './text/trace-report.ts'

/** What the reader points at: a traced number, or a reference. */
export type Chosen = { kind: 'number'; mark: number } | { kind: 'citation'; number: number }

/** What every part of the article needs. */
export type PaperShown = {
  view: RunView
  marks: readonly Mark[]
  references: readonly Reference[]
  entries: ReadonlyMap<string, number>
  chosen: Chosen | undefined
  choose(chosen: Chosen | undefined): void
}

export const PaperContext = createContext<PaperShown | undefined>(undefined)

export const usePaper = (): PaperShown => {
  const paper = useContext(PaperContext)
  if (!paper) throw new Error('a part of the paper was drawn outside PaperContext')
  return paper
}

/** The id of a number's element on the page. */
export const markId = (mark: number): string => `n${mark}`
export const sectionId = (kind: string): string => `s-${kind}`
export const evidenceId = 'evidence'
