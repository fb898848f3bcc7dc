import { spawnSync } from 'node:child_process'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import Markdown from 'react-markdown'
import remarkGfm from 'remark-gfm'
import { beforeAll, describe, expect, test } from 'vitest'
import { gal } from '../support/gal.ts'
import { keptFolder } from '../support/temporary.ts'
import { all } from './payloads.ts'
import { realHostileRun } from './real-run.ts'

const sandboxed = spawnSync('bwrap', ['--ro-bind', '/', '/', 'true']).status === 0

type Node = { type: string; url?: string; value?: string; children?: Node[] }

const nodesOf = (node: Node): Node[] => [node, ...(node.children ?? []).flatMap(nodesOf)]

/** All parts of a text, as a reader of Markdown sees them. */
const readMarkdown = (text: string): Node[] => {
  const found: Node[] = []
  const keep = () => (tree: Node) => void found.push(...nodesOf(tree))
  renderToStaticMarkup(createElement(Markdown, { remarkPlugins: [remarkGfm, keep] }, text))
  return found
}

const links = new Set(['link', 'definition'])
/** What a report may not hold: HTML, pictures from elsewhere, links to anything but the web, files beside it and itself. */
const harm = (nodes: readonly Node[]): string[] =>
  nodes.flatMap(({ type, url = '', value = '' }) => {
    if (type === 'html') return [`HTML ${value}`]
    if (type === 'image') return /^[\w-][\w./-]*$/.test(url) ? [] : [`picture ${url}`]
    return !links.has(type) || /^(?:https?:\/\/|mailto:|#|[\w-][\w./-]*$)/.test(url) ? [] : [`link ${url}`]
  })

/** `<` behind a backslash, within what a reader may take for an address. */
const escapedAfterAddress = /(?<=https?:\/\/\S*)\\</g

test('the reader of Markdown here finds all of it where nothing was made harmless', () => {
  const found = harm(readMarkdown(all))
  for (const kind of ['HTML', 'picture', 'link']) expect(found.filter((one) => one.startsWith(kind)).length).toBeGreaterThan(0)
})

describe.skipIf(!sandboxed)('the report of a run in which everyone means harm (needs bubblewrap)', () => {
  let report = ''
  beforeAll(async () => {
    const runs = keptFolder()
    // Its plan promises a measure and arms with hostile names, which its program does not measure: a partial run.
    expect((await realHostileRun(runs)).status).toBe(3)
    report = (await gal(['export', 'latest', '--runs', runs], { cwd: runs })).out
    expect(report.length).toBeGreaterThan(20_000)
  }, 120_000)

  test('holds no control characters', () => {
    expect(/[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069]/u.exec(report)).toBeNull()
  })

  test('holds no HTML, no pictures from elsewhere, and no links but those of the web', () => {
    expect(harm(readMarkdown(report.replaceAll(escapedAfterAddress, '&lt;')))).toEqual([])
  })

  // Some readers take a backslash for a part of the address, and what follows for HTML.
  test('holds none right after an address either', () => {
    expect(harm(readMarkdown(report))).toEqual([])
  })
})
