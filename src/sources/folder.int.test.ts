import { mkdir, mkdtemp, rm, symlink, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { pdfOf } from './fake-papers.ts'
import { createFolder } from './folder.ts'
import { conformsToSource } from './source.conformance.ts'

const calm = () => new AbortController().signal

let folder: string
let problems: string[]
const write = (path: string, contents: string | Buffer) => writeFile(join(folder, path), contents)
const create = () => createFolder({ folder, onProblem: (message) => problems.push(message) })
const search = async (query: string, source = create()) => {
  const answer = await source.search(query, 10, calm())
  if (answer.status !== 'ok') throw new Error(answer.fault.message)
  return answer.papers
}
const only = async (query: string) => {
  const [paper, ...others] = await search(query)
  if (!paper || others.length > 0) throw new Error(`${1 + others.length} papers`)
  return paper
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gal-folder-'))
  problems = []
})
afterEach(() => rm(folder, { recursive: true }))

const bib = `@article{doe2020, title = {Smoothing of {Labels} in B\\"ohm's view}, author = {Doe, Jane and van der Berg, Hans}, year = 2020,
  journal = {J. Examples}, doi = {10.1000/XYZ}, eprint = {1906.02629}, archivePrefix = {arXiv}, abstract = {Labels \\textbf{smoothed} again.}}
@misc{untitled, year = 2021}
@article{doe2020, title = {A second of that key}}`

describe('a folder of papers', () => {
  beforeEach(async () => {
    await mkdir(join(folder, 'deep/er'), { recursive: true })
    await write('notes.md', '---\ntags: x\n---\n# On label smoothing\n\nSmoothing the labels of a classifier calibrates it, we find.\n')
    await write('deep/er/plain.txt', '\n\nLabel noise and smoothing\nA second line that goes on for a while about labels.\n')
    await write('refs.bib', bib)
    await write(
      'paper.pdf',
      pdfOf(['arXiv:1701.06548v1 [cs.NE] 23 Jan 2017', 'Label smoothing and confidence penalties'], 'Confident Outputs'),
    )
  })

  conformsToSource(() => ({
    create,
    query: 'label smoothing',
    known: { id: 'folder:notes.md', title: /^On label smoothing$/ },
    unknown: 'folder:missing.md',
  }))

  test('gives every kind of file, best first, under its path', async () => {
    const found = await search('label smoothing')
    expect(found.map(({ id }) => id).sort()).toEqual([
      'folder:deep/er/plain.txt',
      'folder:notes.md',
      'folder:paper.pdf',
      'folder:refs.bib#doe2020',
    ])
  })

  test('takes an entry of a bibliography with its facts', async () => {
    expect(await only('Böhm')).toEqual({
      id: 'folder:refs.bib#doe2020',
      source: 'folder',
      title: "Smoothing of Labels in Böhm's view",
      authors: ['Jane Doe', 'Hans van der Berg'],
      year: 2020,
      abstract: 'Labels smoothed again.',
      arxiv: '1906.02629',
      doi: '10.1000/xyz',
      venue: 'J. Examples',
    })
  })

  test('takes title and authors of a PDF from its metadata, and the arXiv id from its margin', async () => {
    expect(await only('penalties')).toMatchObject({
      title: 'Confident Outputs',
      authors: ['Ada Example', 'Bo Sample'],
      arxiv: '1701.06548',
    })
  })

  test('finds an entry by its arXiv id', async () => {
    expect(await create().find('arxiv:1906.02629', calm())).toMatchObject({ status: 'ok', papers: [{ id: 'folder:refs.bib#doe2020' }] })
  })

  test('says once what of a bibliography cannot be used', async () => {
    const source = create()
    await search('label', source)
    await search('smoothing', source)
    expect(problems).toEqual([
      `Folder ${folder}: refs.bib: the entry untitled has no title.`,
      `Folder ${folder}: refs.bib: the key doe2020 is used twice; the first entry counts.`,
    ])
  })

  test('sees files that come, change and go', async () => {
    const source = create()
    await search('label', source)
    await write('notes.md', '# Something on ridges instead\n')
    await utimes(join(folder, 'notes.md'), 1, 1)
    await write('new.md', '# A newcomer on ridges\n')
    await rm(join(folder, 'deep'), { recursive: true })
    expect((await search('ridges', source)).map(({ id }) => id).sort()).toEqual(['folder:new.md', 'folder:notes.md'])
    expect((await search('label', source)).map(({ id }) => id)).not.toContain('folder:deep/er/plain.txt')
  })
})

describe('in a folder', () => {
  test('a broken file is said and passed over, the others are found', async () => {
    await write('broken.pdf', '%PDF-1.4 garbage')
    await write('good.md', '# Good\n')
    await write('broken.bib', '@article{x, title = {Never closed')
    expect((await search('good')).map(({ title }) => title)).toEqual(['Good'])
    expect(problems.some((problem) => problem.includes('broken.pdf: '))).toBe(true)
    expect(problems.some((problem) => problem.includes('broken.bib: '))).toBe(true)
  })

  test('links are not followed, to files and to folders', async () => {
    const outside = await mkdtemp(join(tmpdir(), 'gal-outside-'))
    await writeFile(join(outside, 'secret.md'), '# Secret\n')
    await symlink(join(outside, 'secret.md'), join(folder, 'link.md'))
    await symlink(outside, join(folder, 'linked'))
    expect(await search('secret')).toEqual([])
    expect(await create().find('folder:linked/secret.md', calm())).toMatchObject({ status: 'not-found' })
    expect(problems[0]).toContain('link.md is left out: it is a link')
    await rm(outside, { recursive: true })
  })

  test('a file without a heading has its first line as title, one without words its name', async () => {
    await write('first.txt', '\n***\nThe first words here\nmore')
    await write('empty_notes.md', '')
    expect((await search('first'))[0]?.title).toBe('The first words here')
    expect((await search('empty notes'))[0]?.title).toBe('empty notes')
    expect([...new Set(problems)]).toEqual([`Folder ${folder}: empty_notes.md: it is empty.`])
  })

  test('hidden files and files of other kinds are passed over in silence', async () => {
    await write('.hidden.md', '# Word')
    await write('picture.png', 'Word')
    expect(await search('word')).toEqual([])
    expect(problems).toEqual([])
  })

  test('an entry without an abstract has no text', async () => {
    await write('refs.bib', '@book{k, title = {A book on words}}')
    expect(await create().fetchText(await only('book'), calm())).toMatchObject({ status: 'not-found' })
  })
})

test('a folder that is not there is an outage with the key to set, and is found once it is there', async () => {
  const late = join(folder, 'late')
  const source = createFolder({ folder: late, onProblem: (message) => problems.push(message) })
  expect(await source.search('x', 3, calm())).toMatchObject({
    status: 'unavailable',
    fault: { kind: 'unavailable', message: expect.stringMatching(/ENOENT.*sources\.folder\.path/) },
  })
  await mkdir(late)
  expect(await source.search('x', 3, calm())).toEqual({ status: 'ok', papers: [] })
})
