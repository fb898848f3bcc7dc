import type { Paper } from '../core/paper.ts'
import { parseArxivId } from './arxiv-id.ts'
import { parseDoi } from './doi.ts'

/** Finds a paper by its own id, its arXiv id or its DOI, however these are written. */
export const findKnown = <Known extends Paper>(papers: readonly Known[], id: string): Known | undefined => {
  const arxiv = parseArxivId(id)
  const doi = parseDoi(id)
  return (
    papers.find((paper) => paper.id === id) ??
    papers.find((paper) => arxiv !== undefined && paper.arxiv === arxiv) ??
    papers.find((paper) => doi !== undefined && paper.doi?.toLowerCase() === doi)
  )
}
