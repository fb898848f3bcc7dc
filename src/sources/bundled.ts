import { bibliography } from './bundled/index.ts'
import { findKnown } from './known-paper.ts'
import { createRanking } from './rank.ts'
import type { Source } from './source.ts'
import { cancelled, notFound } from './trouble.ts'

const what = 'The search of the bundled bibliography'

/** The small bibliography that comes with gal: real papers, each with a summary in our own words. Needs no network. */
export const createBundled = (): Source => {
  const rank = createRanking(bibliography.map((paper) => ({ title: paper.title, text: paper.abstract, paper })))
  return {
    name: 'bundled',

    async search(query, limit, signal) {
      if (signal.aborted) return cancelled(what)
      return { status: 'ok', papers: rank(query, limit).map(({ paper }) => paper) }
    },

    async find(id, signal) {
      if (signal.aborted) return cancelled(what)
      const paper = findKnown(bibliography, id)
      return paper ? { status: 'ok', papers: [paper] } : notFound(`The bundled bibliography has no paper with the id ${id}.`)
    },

    async fetchText({ id }, signal) {
      if (signal.aborted) return cancelled(what)
      const paper = findKnown(bibliography, id)
      if (!paper) return notFound(`The bundled bibliography has no paper with the id ${id}.`)
      return { status: 'ok', text: `(The bundled bibliography holds no full texts; this is its summary of ${id}.)\n\n${paper.abstract}` }
    },
  }
}
