import { expect, test } from 'vitest'
import { labelsOf } from '../../../../../src/report/labels/index.ts'
import { parseMarkdown } from './parse-markdown.ts'
import { readReport } from './report-tree.ts'
import { textOfBlocks } from './text-of-blocks.ts'

const read = (markdown: string, language = 'en') => readReport(parseMarkdown(markdown), labelsOf(language))

test('a report is its title, its front and its sections by their kind', () => {
  const report = read('# A topic\n\n**Outcome: complete.**\n\n## Abstract\n\nWords.\n\n## What to check\n\n- Nothing.\n')
  expect(report.title).toBe('A topic')
  expect(textOfBlocks(report.front)).toBe('Outcome: complete.')
  expect(report.sections.map(({ kind }) => kind)).toEqual(['abstract', 'check'])
})

test('sections are known in the language of the report', () => {
  const { sections, heads } = labelsOf('fr')
  expect(read(`# T\n\n## ${sections.results}\n\nx\n\n## ${heads.references}\n\n1. y`, 'fr').sections.map(({ kind }) => kind)).toEqual([
    'results',
    'references',
  ])
})

test('a line of evidence closes a part and is no text of it', () => {
  const { sections } = read(
    '## Results\n\nOne.\n\nTwo.\n\n*[evidence: report-writing.2.16.0, running-experiments.2.12.0](src/main.mjs)*\n\n![alt](figures/arms.svg)\n\n*[evidence: running-experiments.2.12.0](src/main.mjs)*\n\nAfter.',
  )
  const parts = sections[0]?.parts ?? []
  expect(parts.map(({ evidence }) => evidence?.ids)).toEqual([
    ['report-writing.2.16.0', 'running-experiments.2.12.0'],
    ['running-experiments.2.12.0'],
    undefined,
  ])
  expect(textOfBlocks(parts[0]?.blocks ?? [])).toBe('One.\nTwo.')
})

test('what only looks like evidence stays text', () =>
  expect(read('## Results\n\n*[see: the appendix](src/main.mjs)*').sections[0]?.parts[0]?.evidence).toBe(null))
