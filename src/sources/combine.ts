import type { Paper } from '../core/paper.ts'
import { mergeHits } from './merge.ts'
import type { SearchAnswer, Source, TextAnswer } from './source.ts'
import { notFound, type Trouble } from './trouble.ts'

/** A trouble that leaves open whether there is such a paper outweighs one source's "not here". */
const weightiest = (troubles: readonly Trouble[]): Trouble | undefined =>
  troubles.find(({ status }) => status === 'rate-limited') ?? troubles.find(({ status }) => status === 'unavailable') ?? troubles[0]

/** Where a paper's text is most likely whole: at arXiv if it is there, then where the paper was found, then elsewhere. */
const byText = (sources: readonly Source[], paper: Paper): Source[] => {
  const worth = ({ name }: Source) => {
    if (name === 'folder' && paper.source === 'folder') return 0
    if (name === 'arxiv' && paper.arxiv !== undefined) return 1
    return name === paper.source ? 2 : 3
  }
  return sources.toSorted((a, b) => worth(a) - worth(b))
}

/**
 * Several sources as one, asked side by side. One that is down is told to `onProblem`, and the others' papers are given;
 * only when all are down is that the answer.
 */
export const combine = (sources: readonly Source[], onProblem: (message: string) => void): Source => {
  const say = ({ fault }: Trouble) => {
    if (fault.kind !== 'not-found' && fault.kind !== 'cancelled') onProblem(fault.message)
  }

  const collect = async (asked: Promise<SearchAnswer>[], limit: number, none: Trouble): Promise<SearchAnswer> => {
    const answers = await Promise.all(asked)
    const troubles = answers.filter((answer) => answer.status !== 'ok')
    const lists = answers.flatMap((answer) => (answer.status === 'ok' ? [answer.papers] : []))
    if (lists.length === 0) return weightiest(troubles) ?? none
    troubles.forEach(say)
    return { status: 'ok', papers: mergeHits(lists).slice(0, limit) }
  }

  return {
    name: sources.map(({ name }) => name).join('+'),

    search: (query, limit, signal) =>
      collect(
        sources.map((source) => source.search(query, limit, signal)),
        limit,
        notFound('No source of papers is configured; set sources.use.'),
      ),

    find: (id, signal) =>
      collect(
        sources.map((source) => source.find(id, signal)),
        1,
        notFound(`No source has a paper with the id ${id}.`),
      ),

    async fetchText(paper, signal): Promise<TextAnswer> {
      const troubles: Trouble[] = []
      for (const source of byText(sources, paper)) {
        const answer = await source.fetchText(paper, signal)
        if (answer.status === 'ok') {
          troubles.forEach(say)
          return answer
        }
        troubles.push(answer)
      }
      return weightiest(troubles) ?? notFound(`No source has a text of ${paper.id}.`)
    },
  }
}
