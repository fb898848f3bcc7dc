import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createDataFolder } from './data-folder.ts'

const signal = new AbortController().signal
let folder: string
let problems: string[]
const put = (path: string, content: string | Uint8Array) => {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), content)
}
const data = () => createDataFolder({ folder, onProblem: (message) => void problems.push(message) })

beforeEach(() => {
  problems = []
  folder = mkdtempSync(join(tmpdir(), 'gal-data-folder-'))
  put('birds/sizes.csv', 'wing,species\n10.5,owl\n8,finch\n')
  put('stars.tsv', 'mass\tkind\n1\tdwarf\n')
  put('log.jsonl', '{"temperature": 4}\n')
  put('bad.csv', 'a,b\n1\n')
  put('notes.txt', 'wing')
  put('.hidden.csv', 'wing\n1\n')
  put('pets/cats/a.png', Buffer.concat([Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), Buffer.from('0000000200000003', 'hex')]))
  put('pets/dogs/b.png', 'no image')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test.each([
  [
    'wing of species',
    {
      id: 'folder:birds/sizes.csv',
      rows: 2,
      columns: 2,
      description: 'Your own file birds/sizes.csv, 30 bytes. Columns: wing (number), species (text)',
    },
  ],
  ['stars', { id: 'folder:stars.tsv', columns: 2 }],
  ['temperature', { id: 'folder:log.jsonl', rows: 1 }],
  ['bad', { id: 'folder:bad.csv', description: expect.stringContaining('line 2: 1 cell,') }],
  ['cats and dogs', { id: 'folder:pets/', rows: 2, task: 'classification', description: expect.stringContaining('classes: cats, dogs') }],
])('"%s" finds its file, by its name, columns or classes', async (query, wanted) => {
  expect(await data().search(query)).toMatchObject({ status: 'ok', datasets: [wanted] })
})

test('words that nothing holds are an answer without data sets', async () => {
  expect(await data().search('zyxwvutsrq')).toEqual({ status: 'ok', datasets: [] })
})

test('a file that is longer than what is looked at has its columns said, and no count of rows', async () => {
  put('long.csv', `metres,flag\n${'1.25,true\n'.repeat(20_000)}`)
  const answer = await data().search('metres')
  expect(answer).toMatchObject({
    status: 'ok',
    datasets: [{ id: 'folder:long.csv', columns: 2, description: expect.stringContaining('195.3 KiB') }],
  })
  expect(answer.status === 'ok' && answer.datasets[0]?.rows).toBeUndefined()
})

test('a file, and images in folders, are brought as tables', async () => {
  expect(await data().bring('folder:birds/sizes.csv', signal)).toMatchObject({
    status: 'ok',
    table: {
      rows: [
        [10.5, 'owl'],
        [8, 'finch'],
      ],
    },
  })
  expect(await data().bring('folder:pets/', signal)).toMatchObject({
    status: 'ok',
    table: {
      rows: [
        ['pets/cats/a.png', 'cats', 2, 3, 24],
        ['pets/dogs/b.png', 'dogs', null, null, 8],
      ],
    },
    notes: ['the size of 1 image could not be read'],
  })
})

test.each(['folder:none.csv', 'folder:../../etc/passwd', 'folder:.hidden.csv', 'folder:notes.txt', 'folder:/', 'folder:link.csv'])(
  '%s is not found, whatever lies there',
  async (id) => {
    symlinkSync('/etc/passwd', join(folder, 'link.csv'))
    expect(await data().bring(id, signal)).toMatchObject({ status: 'not-found' })
  },
)

test('a file that is broken, or too big, is told in one line', async () => {
  expect(await data().bring('folder:bad.csv', signal)).toMatchObject({
    status: 'unavailable',
    fault: { kind: 'bad-output', message: expect.stringContaining('line 2') },
  })
  const small = createDataFolder({ folder, onProblem: () => undefined, limits: { bytes: 10, rows: 9, columns: 9 } })
  expect(await small.bring('folder:birds/sizes.csv', signal)).toMatchObject({
    fault: { message: expect.stringContaining('are read at most') },
  })
})

test('a folder that is not there is unavailable, and a search that is stopped is cancelled', async () => {
  const gone = createDataFolder({ folder: join(folder, 'gone'), onProblem: () => undefined })
  expect(await gone.search('wing')).toMatchObject({ status: 'unavailable', fault: { kind: 'unavailable' } })
  expect(await data().search('wing', AbortSignal.abort())).toMatchObject({ status: 'unavailable', fault: { kind: 'cancelled' } })
})
