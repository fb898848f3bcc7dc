import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { root } from '../support/gal.ts'
import { answers, requests } from './frames.ts'

const folder = join(root, '../shared/design/seeds')
const isThere = existsSync(folder)
const skipped = isThere ? '' : ' (skipped: the documents of the seeds are not beside this checkout)'

const document = (number: string): string => {
  const name = readdirSync(folder).find((file) => file.startsWith(number)) ?? ''
  return readFileSync(join(folder, name), 'utf8')
}
const fenced = (text: string, language: string): string[] =>
  [...text.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))].map(([, code = '']) => code)
const fixture = (name: string): string => readFileSync(join(import.meta.dirname, 'fixtures', name), 'utf8')

/** What became of two letters of UTF-8 where the document was once read as Mac Roman. */
const damaged = Object.entries({ '√±': 'ñ', '√≥': 'ó' })
const mended = (text: string): string => damaged.reduce((whole, [wrong, right]) => whole.replaceAll(wrong, right), text)

describe.skipIf(!isThere)(`the clients of the seeds are transcribed without change${skipped}`, () => {
  test('seed 000: the client in GDScript, but for the accents that the document lost', () => {
    expect(fenced(document('000'), 'gdscript').map(mended)).toEqual([fixture('godot-client.gd')])
  })

  test('seed 001: the snippet for browsers, and the React component', () => {
    expect(fenced(document('001'), 'javascript')).toEqual([fixture('browser.js')])
    expect(fenced(document('001'), 'jsx')).toEqual([fixture('agent-executor.jsx')])
  })

  test('seed 001: every frame, as the tests send and expect it', () => {
    const shown = fenced(document('001'), 'json')
    const id = 'ID_DEL_AGENTE'
    const own = [
      requests.R1(id),
      requests.R2(id),
      requests.R3(id),
      answers.started(id),
      answers.done(id, ['first', 'second']),
      answers.nothingDone(id),
      answers.failed(id, 'Mensaje de error'),
      answers.wrong('Descripción del error'),
    ]
    // One of them is no JSON: it leaves the results out and has remarks.
    const strict = shown.map((text) => text.replace('[...]', '["first", "second"]').replace(/\/\/.*$/gm, ''))
    expect(own).toEqual(strict.map((text) => JSON.parse(text)))
  })
})
