import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { temporary } from '../support/temporary.ts'
import { fast, godot, imported, project, readReport, startViewer, why } from './godot.ts'

const record = readFileSync(join(project, 'example/rehearsal.jsonl'), 'utf8').split('\n').slice(0, 40)

/** At its first start after an import the engine may say this as it ends, when scripts are still being read beside. It is not explained. */
const atFirstStart = /^WARNING: ObjectDB instances leaked at exit.*\n.*at: cleanup .*$/m

/** What it said without the engine's banner, and how it ended. */
const ended = async (words: readonly string[]) => {
  const viewer = startViewer(words, temporary(), fast)
  const status = await viewer.ended
  return { status, said: viewer.said().replace(atFirstStart, '').split('\n').slice(1).join('\n').trim() }
}

describe.skipIf(!godot)(`how the viewer ends by itself${why}`, { timeout: 120_000 }, () => {
  beforeAll(imported, 200_000)

  test.each(['--quit-at-end', '--shot'])(
    'a record of which nothing can be read ends it at once with 6 and one line, with %s',
    async (how) => {
      const home = temporary()
      mkdirSync(join(home, 'folder.jsonl'))
      writeFileSync(join(home, 'empty.jsonl'), '')
      writeFileSync(join(home, 'object.jsonl'), '{}')
      const picture = join(home, 'picture.png')
      for (const [name, because] of [
        ['missing.jsonl', 'there is no such file'],
        ['folder.jsonl', 'it is a folder'],
        ['empty.jsonl', 'it is empty'],
        ['object.jsonl', 'line 1: the object is empty'],
      ]) {
        const file = join(home, name ?? '')
        const word = how === '--shot' ? `--shot=${picture}` : how
        expect(await ended([`--replay=${file}`, '--language=en', word])).toEqual({ status: 6, said: `${file} cannot be read: ${because}` })
      }
      expect(() => readFileSync(picture)).toThrow('ENOENT')
    },
  )

  test('a record whose last line is cut is shown as far as it goes, said so, and ends with 3', async () => {
    const home = temporary()
    const file = join(home, 'cut.jsonl')
    const report = join(home, 'report.jsonl')
    writeFileSync(file, record.join('\n').slice(0, -40))
    const { status, said } = await ended([`--replay=${file}`, '--quit-at-end', '--language=en', '--speed=16', `--lab-report=${report}`])
    expect(said.split('\n')).toEqual([
      expect.stringMatching(/^cut\.jsonl breaks off at line 40 \(.+\); the 39 entries before it are shown\.$/),
    ])
    expect(readReport(report).find(({ line }) => line === 'end')).toMatchObject({ seq: 39, entries: 39 })
    expect(status).toBe(3)
  })

  test('words that cannot be used are told a line each, and it ends with 2 before anything is shown', async () => {
    const wrong = ['--langage=es', 'zork', '--at=99999999999999999999', '--speed=1e400', '--language=de', '--shot=/nonexist/x.png']
    const { status, said } = await ended(wrong)
    expect(said.split('\n').map((line) => line.split(': ')[0])).toEqual(wrong)
    expect(status).toBe(2)
    const report = await ended(['--lab-report=/proc/nothing'])
    expect(report).toEqual({ status: 2, said: expect.stringMatching(/^--lab-report=\/proc\/nothing: [^\n]+$/) })
  })

  test('a server that is not there is waited for a while, and then it ends with 6', async () => {
    const { status } = await ended(['--url=ws://127.0.0.1:1', '--quit-at-end'])
    expect(status).toBe(6)
  })
})
