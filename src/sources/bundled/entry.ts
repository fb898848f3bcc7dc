import type { Paper } from '../../core/paper.ts'

/** A paper of the bibliography as it is written down: facts, and a summary in our own words. */
export type Entry = {
  key: string
  title: string
  authors: string[]
  year: number
  venue?: string
  arxiv?: string
  doi?: string
  abstract: string
}

const addressOf = ({ arxiv, doi }: Entry): string => (arxiv === undefined ? `https://doi.org/${doi}` : `https://arxiv.org/abs/${arxiv}`)

export const paperOf = ({ key, ...facts }: Entry): Paper => ({
  id: `bundled:${key}`,
  source: 'bundled',
  ...facts,
  url: addressOf({ key, ...facts }),
})
