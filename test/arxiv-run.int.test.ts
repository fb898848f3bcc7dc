import { beforeAll, describe, expect, test } from 'vitest'
import { startStandIn } from '../src/models/stand-in/server.ts'
import { createBundled } from '../src/sources/bundled.ts'
import { type ArxivRun, runOnArxiv } from './support/arxiv-run.ts'

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** arXiv's Atom feed over the papers of the bundled bibliography: titles and authors are real, the summaries are gal's own. */
const startAtom = async () => {
  const bundled = createBundled()
  return startStandIn(async (response, { path }) => {
    const url = new URL(path, 'http://localhost')
    if (url.pathname !== '/api/query') return void response.writeHead(404).end()
    const words = (url.searchParams.get('search_query') ?? '').replace(/\b(all|ti|abs):|AND|OR|[()"]/g, ' ')
    const answer = await bundled.search(words, 50, new AbortController().signal)
    const papers = (answer.status === 'ok' ? answer.papers : [])
      .filter(({ arxiv }) => arxiv !== undefined)
      .slice(0, Number(url.searchParams.get('max_results') ?? 10))
    const entries = papers.map(
      ({ arxiv, title, authors, year, abstract }) =>
        `<entry><id>http://arxiv.org/abs/${arxiv}v1</id><published>${year}-01-01T00:00:00Z</published><title>${escaped(title)}</title><summary>${escaped(abstract)}</summary>${authors.map((name) => `<author><name>${escaped(name)}</name></author>`).join('')}</entry>`,
    )
    response.writeHead(200, { 'content-type': 'application/atom+xml' })
    response.end(`<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom">${entries.join('')}</feed>`)
  })
}

describe("a run whose papers come from arXiv's query API", () => {
  let ran: ArxivRun
  let asked: string[]

  beforeAll(async () => {
    const server = await startAtom()
    ran = await runOnArxiv(`${server.url}/api/query`)
    asked = server.asked.map(({ path }) => path)
    await server.close()
  }, 90_000)

  test('finds, reads, adds and cites five papers, and each reference resolves to a stored record', () => {
    expect(asked.filter((path) => path.startsWith('/api/query')).length).toBeGreaterThan(0)
    expect(ran.status, ran.err).toBe(0)
    expect(ran.added.length).toBeGreaterThanOrEqual(5)
    for (const id of ran.added.slice(0, 5)) {
      expect(ran.found, id).toContain(id)
      expect(ran.read, id).toContain(id)
    }
    expect(ran.references.length).toBeGreaterThanOrEqual(5)
    for (const arxiv of ran.references) expect(ran.found).toContain(`arxiv:${arxiv}`)
  })
})
