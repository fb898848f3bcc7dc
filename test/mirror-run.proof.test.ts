import { spawn } from 'node:child_process'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runOnArxiv } from './support/arxiv-run.ts'
import { until } from './support/gal.ts'

/** A program that serves arXiv's query API on loopback over many real records; asked for a port by --port. */
const mirror = process.env.GAL_ARXIV_MIRROR
const port = 8089

let child: ReturnType<typeof spawn> | undefined
beforeAll(async () => {
  if (mirror === undefined) return
  child = spawn(mirror, ['--port', String(port)], { stdio: 'ignore' })
  await until(
    () =>
      fetch(`http://127.0.0.1:${port}/api/query?search_query=all:label&max_results=1`).then(
        ({ ok }) => ok,
        () => false,
      ),
    60_000,
  )
}, 90_000)
afterAll(() => void child?.kill())

test
  .skipIf(mirror === undefined)
  .each(['Does label smoothing help a small classifier?', 'Which step size should gradient descent take on an ill-conditioned problem?'])(
  'on a mirror of real arXiv records, "%s" finds, reads and cites five papers that are stored (set GAL_ARXIV_MIRROR)',
  async (question) => {
    const { status, err, found, read, added, references } = await runOnArxiv(`http://127.0.0.1:${port}/api/query`, question)
    expect(status, err).toBe(0)
    expect(added.length).toBeGreaterThanOrEqual(5)
    for (const id of added.slice(0, 5)) expect(read).toContain(id)
    expect(references.length).toBeGreaterThanOrEqual(5)
    for (const arxiv of references) expect(found).toContain(`arxiv:${arxiv}`)
  },
  120_000,
)
