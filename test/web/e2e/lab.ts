import type { Locator, Page } from 'playwright-core'

type Listed = { run: string; topic: string; status: string; events: number; driver: unknown }
type Stored = { seq: number; event: { type: string } }

const json = async <Answer>(url: string): Promise<Answer> => (await (await fetch(url)).json()) as Answer

/** Begins a rehearsal over REST, as any other client could; gives its name. */
export const startRun = async (url: string, topic: string, config: Readonly<Record<string, unknown>> = {}): Promise<string> => {
  const body = JSON.stringify({ topic, config: { model: 'rehearsal', ...config } })
  const answer = await fetch(`${url}/v1/runs`, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
  const { run } = (await answer.json()) as { run?: string }
  if (run === undefined) throw new Error(`the run was not begun: ${answer.status}`)
  return run
}

export const summaryOf = (url: string, run: string): Promise<Listed> => json(`${url}/v1/runs/${run}`)

export const runNamed = async (url: string, topic: string): Promise<string> => {
  const { runs } = await json<{ runs: Listed[] }>(`${url}/v1/runs`)
  const found = runs.find((run) => run.topic === topic)
  if (!found) throw new Error(`no run on ${topic}`)
  return found.run
}

/** The whole log of a run. */
export const logOf = async (url: string, run: string): Promise<Stored[]> => {
  const log: Stored[] = []
  for (let next: number | null = 0; next !== null; ) {
    const page: { events: Stored[]; next: number | null } = await json(`${url}/v1/runs/${run}/events?after=${next}&limit=1000`)
    log.push(...page.events)
    next = page.next
  }
  return log
}

/** What the server shows of a run at an entry: the page must show the same. */
export const stateAt = <State>(url: string, run: string, seq: number): Promise<State> => json(`${url}/v1/runs/${run}/state?at=${seq}`)

export const region = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true })
export const button = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true })
export const strip = (page: Page): Locator => page.getByRole('navigation', { name: 'Phases and attempts' })
/** How the run stands, under its topic. */
export const outcome = (page: Page, kind: string): Locator => page.locator(`.run-head .outcome.${kind}`)

/** The entry that the timeline stands at. */
export const moment = async (page: Page): Promise<number> => Number(await page.getByRole('slider').getAttribute('aria-valuenow'))
export const momentSaid = (page: Page): Promise<string | null> => page.getByRole('slider').getAttribute('aria-valuetext')
/** The entry that the timeline stands at once it stands still: a drag is followed frame by frame. */
export const settled = async (page: Page): Promise<number> => {
  let last = await moment(page)
  // A frame may come late on a busy machine, so it has to stand still for a while.
  for (let same = 0; same < 6; ) {
    await page.waitForTimeout(60)
    const now = await moment(page)
    same = now === last ? same + 1 : 0
    last = now
  }
  return last
}
