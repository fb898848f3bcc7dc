import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { designFor } from './design.ts'
import { renderDataset, renderInspection, renderProgram } from './render.ts'
import { studies } from './studies/index.ts'
import type { AnyStudy, Settings } from './studies/study.ts'
import { isRehearsalProgram } from './trust.ts'

const programOf = (study: AnyStudy, settings: Settings) => ({
  'main.mjs': renderProgram(study, settings, 'sound'),
  'dataset.mjs': renderDataset(study, settings),
})
const trusts = (files: Record<string, string>) => isRehearsalProgram({ language: 'javascript', files })
const anyStudy = fc.constantFrom(...studies)
const anyDesign = fc.record({ seed: fc.nat(), attempt: fc.integer({ min: 1, max: 3 }) })

test('whatever rehearsal renders is recognised: sound, defective, inspecting, and a data set that is only loaded', () => {
  fc.assert(
    fc.property(anyStudy, anyDesign, (study, design) => {
      const settings = designFor(study, design)
      const files = programOf(study, settings)
      expect(trusts(files)).toBe(true)
      expect(trusts({ ...files, 'main.mjs': renderProgram(study, settings, 'defective') })).toBe(true)
      expect(trusts({ 'main.mjs': renderInspection(study, settings) })).toBe(true)
      expect(trusts({ ...files, 'main.mjs': "import './dataset.mjs'\n" })).toBe(true)
    }),
    { numRuns: 20 },
  )
})

describe('not recognised is', () => {
  const [study] = studies
  if (!study) throw new Error('no study')
  const settings = designFor(study, { seed: 1, attempt: 1 })
  const files = programOf(study, settings)

  test('any edit of one character of code, in either file', () => {
    const edit = fc.record({
      file: fc.constantFrom('main.mjs' as const, 'dataset.mjs' as const),
      at: fc.nat(),
      put: fc.oneof(
        fc.constant(''),
        fc.nat(0xffff).map((unit) => String.fromCharCode(unit)),
      ),
    })
    fc.assert(
      fc.property(anyStudy, anyDesign, edit, (other, design, { file, at, put }) => {
        const whole = programOf(other, designFor(other, design))
        const code = whole[file]
        const start = code.indexOf('\n')
        const place = start + (at % (code.length - start))
        const edited = code.slice(0, place) + put + code.slice(place + 1)
        fc.pre(edited !== code)
        expect(trusts({ ...whole, [file]: edited })).toBe(false)
      }),
      { numRuns: 100 },
    )
  })

  test('any character put into the settings line that is not a setting', () => {
    fc.assert(
      fc.property(fc.nat(), fc.constantFrom(' ', '"', ';', '\t', '\r', 'x', '/**/', '\u2028', '`', '('), (at, put) => {
        const place = at % files['main.mjs'].indexOf('\n')
        const edited = files['main.mjs'].slice(0, place) + put + files['main.mjs'].slice(place)
        expect(trusts({ ...files, 'main.mjs': edited })).toBe(false)
      }),
      { numRuns: 60 },
    )
  })

  test('settings outside their bounds, rendered as the template would', () => {
    const wrong: Record<string, unknown>[] = [
      { trainSize: 1e6 },
      { epochs: -1 },
      { rate: '0.1);process.exit(0' },
      { smoothing: [0, 0] },
      { seeds: [1, 2, 3] },
      { seeds: [1, 2, 3, 4, 5.5] },
      { study: 'neighbours' },
    ]
    for (const change of wrong) expect(trusts(programOf(study, { ...settings, ...change } as Settings))).toBe(false)
    const extra = files['main.mjs'].replace('{"study"', '{"extra":1,"study"')
    expect(trusts({ ...files, 'main.mjs': extra })).toBe(false)
  })

  test('a data set with other settings than the program has', () => {
    expect(trusts({ ...files, 'dataset.mjs': renderDataset(study, { ...settings, labelNoise: 0.3 }) })).toBe(false)
  })

  test('a file too many, a file too few, another language, or nothing at all', () => {
    expect(trusts({ ...files, 'lab.mjs': '' })).toBe(false)
    expect(trusts({ 'main.mjs': files['main.mjs'] })).toBe(false)
    expect(trusts({ 'dataset.mjs': files['dataset.mjs'] })).toBe(false)
    expect(trusts({ 'main.mjs': "import './dataset.mjs'\n" })).toBe(false)
    expect(trusts({ 'main.mjs': "import './dataset.mjs'\n", 'dataset.mjs': files['main.mjs'] })).toBe(false)
    expect(trusts({ ...files, 'main.mjs': 'const settings = {"study":"__proto__"}\n' })).toBe(false)
    expect(trusts({})).toBe(false)
    expect(isRehearsalProgram({ language: 'python', files })).toBe(false)
  })

  test('any text', () => {
    fc.assert(
      fc.property(fc.string(), fc.json(), (text, json) => {
        expect(trusts({ 'main.mjs': text })).toBe(false)
        expect(trusts({ 'main.mjs': `const settings = ${json}\n${text}` })).toBe(false)
      }),
      { numRuns: 50 },
    )
  })
})
