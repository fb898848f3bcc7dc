import type { Paper } from '../core/paper.ts'
import { parseArxivId } from './arxiv-id.ts'
import { arxivQueries } from './arxiv-query.ts'
import { parseFeed } from './atom.ts'
import type { GetPage, Page } from './get-page.ts'
import { htmlText } from './html-text.ts'
import { readPdf } from './pdf.ts'
import type { SearchAnswer, Source, TextAnswer } from './source.ts'
import { cutText } from './text-limit.ts'
import { notFound, type Trouble, unavailable } from './trouble.ts'

export const arxivBaseUrl = 'https://export.arxiv.org/api/query'

export type ArxivOptions = {
  /** Of the query API. Full texts are asked for at the same origin, under /html and /pdf. */
  baseUrl: string
  getPage: GetPage
}

/** Shorter than this, a page or PDF holds no paper: a notice, or pictures only. */
const leastText = 1000

const decodeText = (page: Page): string => new TextDecoder().decode(page.body)

/** arXiv's query API, or a mirror of it. Ids are 'arxiv:' and arXiv's id without a version. */
export const createArxiv = ({ baseUrl, getPage }: ArxivOptions): Source => {
  const { origin, host } = new URL(baseUrl)
  const where = `arXiv (${host})`

  const query = async (parameters: Record<string, string>, signal: AbortSignal): Promise<SearchAnswer> => {
    const url = new URL(baseUrl)
    for (const [key, value] of Object.entries(parameters)) url.searchParams.set(key, value)
    const page = await getPage(url.href, signal)
    if (page.status !== 'ok') return page
    const feed = parseFeed(decodeText(page))
    if ('papers' in feed) return { status: 'ok', papers: feed.papers }
    return 'error' in feed
      ? unavailable('refused', `${where} refused the query: ${feed.error}.`)
      : unavailable('bad-output', `${where} gave an answer that ${feed.broken}; check sources.arxiv.base-url.`)
  }

  const readHtml = async (page: Page): Promise<string> => htmlText(decodeText(page))
  const readPdfPage = async (page: Page): Promise<string> => (await readPdf(page.body)).text

  /** The text at an address, or the trouble. A paper that is there and cannot be read counts as not there. */
  const textAt = async (path: string, read: (page: Page) => Promise<string>, signal: AbortSignal): Promise<TextAnswer> => {
    const page = await getPage(`${origin}${path}`, signal)
    if (page.status !== 'ok') return page
    const text = await read(page).catch((problem: unknown) => ({ unreadable: String(problem) }))
    if (typeof text !== 'string') return notFound(`${where} has ${path}, but it cannot be read (${text.unreadable}).`)
    return text.length < leastText ? notFound(`${where} has no text at ${path}.`) : { status: 'ok', text: cutText(text) }
  }

  const abstractOf = ({ id, abstract }: Paper): TextAnswer =>
    abstract === ''
      ? notFound(`${where} has neither a readable text nor an abstract of ${id}.`)
      : { status: 'ok', text: cutText(`(${where} has no readable full text of ${id}; this is its abstract.)\n\n${abstract}`) }

  return {
    name: 'arxiv',

    async search(words, limit, signal) {
      let answer: SearchAnswer = { status: 'ok', papers: [] }
      for (const search_query of arxivQueries(words)) {
        answer = await query({ search_query, start: '0', max_results: String(limit), sortBy: 'relevance', sortOrder: 'descending' }, signal)
        if (answer.status !== 'ok' || answer.papers.length > 0) break
      }
      return answer.status === 'ok' ? { status: 'ok', papers: answer.papers.slice(0, limit) } : answer
    },

    async find(id, signal) {
      const unknown = (): Trouble => notFound(`${where} has no paper with the id ${id}.`)
      const arxiv = parseArxivId(id)
      if (arxiv === undefined) return unknown()
      const answer = await query({ id_list: arxiv, max_results: '1' }, signal)
      if (answer.status !== 'ok') return answer
      const papers = answer.papers.filter((paper) => paper.arxiv === arxiv)
      return papers.length === 0 ? unknown() : { status: 'ok', papers }
    },

    async fetchText(paper, signal) {
      const arxiv = paper.arxiv ?? parseArxivId(paper.id)
      if (arxiv === undefined) return notFound(`${paper.id} is not on arXiv.`)
      for (const [path, read] of [
        [`/html/${arxiv}`, readHtml],
        [`/pdf/${arxiv}`, readPdfPage],
      ] as const) {
        const answer = await textAt(path, read, signal)
        if (answer.status !== 'not-found') return answer
      }
      return abstractOf(paper)
    },
  }
}
