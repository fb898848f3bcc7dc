import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { LabEvent } from '../core/events/index.ts'
import { sectionNames } from '../core/names.ts'
import { allSections, failing, papers, planning, program, readText, review, sections, start, stateOf, wholeRun } from './made-log.ts'
import { renderReport } from './render-report.ts'

const filesOf = async (log: readonly LabEvent[], since?: number, apart?: number) =>
  (await renderReport(stateOf(log, since, apart), readText, { version: '0.1.0' })).files
const reportOf = async (log: readonly LabEvent[]) => (await filesOf(log))['report.md'] ?? ''
const part = (report: string, heading: string) => report.split(/^## /m).find((text) => text.startsWith(`${heading}\n`)) ?? ''
const ended = (kind: 'partial' | 'failed'): LabEvent => ({ type: 'run-end', outcome: { kind, why: 'the <b>budget</b> was spent' } })

describe('the report of a whole run', () => {
  test('consists of these files', async () => {
    expect(Object.keys(await filesOf(wholeRun)).sort()).toEqual(
      [
        ...['bibliography.bib', 'figures/arms.svg', 'figures/curve.svg', 'readme.md', 'report.md', 'reviews.json'],
        ...['src/dataset.mjs', 'src/main.mjs', 'src/output.log', 'tables/results.csv'],
      ].sort(),
    )
  })

  test('is the same to the byte at another time, at another pace and after a resume', async () => {
    const resumed: LabEvent[] = [
      { type: 'run-halt', cause: 'fault', why: 'killed at /tmp/x:8765' },
      { type: 'run-resume', generation: 2 },
    ]
    const later = await filesOf([...wholeRun.slice(0, 25), ...resumed, ...wholeRun.slice(25)], 1.7e12, 86_400)
    expect(later).toEqual(await filesOf(wholeRun))
  })

  test('ends every section, figure, table and review with where it comes from', async () => {
    const report = await reportOf(wholeRun)
    for (const name of ['Abstract', 'Methods', 'Discussion'])
      expect(part(report, name)).toMatch(/\*\[evidence: report-writing\.1\.\d+\.0, running-experiments\.2\.14\.0\]\(src\/main\.mjs\)\*/)
    expect(part(report, 'Related work')).toContain('literature-review.1.0.0](bibliography.bib)*')
    expect(part(report, 'Results').match(/running-experiments\.2\.14\.0\]\(/g)).toHaveLength(4)
    expect(part(report, 'Reviews')).toContain('evidence: report-refinement.2.0.0')
  })

  test('numbers what is cited, lists it, and lists what was only read apart', async () => {
    const report = await reportOf(wholeRun)
    expect(part(report, 'Abstract')).toContain('see [\\[1\\]](#references).')
    expect(part(report, 'References')).toContain('1. Ann Author, Bo Writer (2019). On targets. [arXiv:1906.02629]')
    expect(part(report, 'Also read')).toContain('- Cy Third (2020). On losses. *Proc. Loss*. [doi:')
    expect(report).not.toContain('Never added')
  })

  test('shows the marks with weights and score, and warns of reading the score as a person’s', async () => {
    const reviews = part(await reportOf(wholeRun), 'Reviews')
    expect(reviews).toContain('| Contribution | 0.4 | 2 / 4 |')
    expect(reviews).toContain('| **Score out of 10** | – | **7.07** |')
    expect(reviews).toContain('6.1 of 10 on average where people gave 3.8')
  })

  test('tells the earlier attempt and why the lab went back', async () => {
    const attempts = part(await reportOf(wholeRun), 'Other attempts')
    expect(attempts).toContain('### Attempt 1')
    expect(attempts).toContain('- **Plan**: Plan 1: vary the smoothing.')
    expect(attempts).toContain('smoothing=0 0.53; smoothing=0.1 0.43')
    expect(attempts).toContain('- **Review scores**: 5.7\n- **Why the lab went back**: too few arms')
    expect(await reportOf(wholeRun)).not.toContain('First abstract')
  })

  test('lists every program tried, and why one failed', async () => {
    const programs = part(await reportOf(wholeRun), 'Programs tried')
    expect(programs).toContain('| running-experiments.2.0.0 | draft | failed | – | the program ended with exit code 1 |')
    expect(programs).toContain('| running-experiments.2.10.0 | repair | ran | 0.8 |  |')
    expect(programs.match(/^\| running/gm)).toHaveLength(5)
  })

  test('says which search did not work', async () => {
    expect(part(await reportOf(wholeRun), 'What to check')).toBe(
      'What to check\n\n- A search for “more” in arxiv did not work: the source could not be reached.\n\n',
    )
  })
})

describe('the front page', () => {
  test('names the model, and no rehearsal', async () => {
    const report = await reportOf(wholeRun)
    expect(report).toContain('Language model: ollama:tiny')
    expect(report).not.toContain('rehearsal')
  })

  test('says of a rehearsal that no model wrote it, in the readme as well', async () => {
    const files = await filesOf([...wholeRun, { type: 'model-choose', model: 'rehearsal', why: 'no model answers' }])
    for (const name of ['report.md', 'readme.md'])
      expect(files[name]?.slice(0, 400)).toContain('**This is a rehearsal.** No language model was used.')
  })

  test('of a rehearsal counts turns of the cast, not calls of models', async () => {
    const report = await reportOf([...wholeRun, { type: 'model-choose', model: 'rehearsal', why: 'no model answers' }])
    expect(part(report, 'Cost')).toContain("Turns of the cast, counted as a model's calls would be: 0.")
    expect(report).not.toContain('Calls of models')
  })

  test.each([
    ['complete', [], '**Outcome: complete.**'],
    ['partial', [ended('partial')], '**Outcome: partial.** the &lt;b>budget&lt;/b> was spent'],
    ['failed', [ended('failed')], '**Outcome: failed.** the &lt;b>budget&lt;/b> was spent'],
  ])('tells the outcome %s before the abstract', async (_, more, expected) => {
    const [front = ''] = (await reportOf([...wholeRun, ...more])).split('## Abstract')
    expect(front).toContain(expected)
  })

  test('says of a run that has not ended that it has not', async () => {
    expect(await reportOf(start())).toContain('**Outcome: none yet.**')
  })
})

describe('what is missing', () => {
  test('is said of each section and never made up', async () => {
    const report = await reportOf([...start(), ...sections({ abstract: 'Only this.' })])
    expect(report.match(/\*This section was not written\.\*/g)).toHaveLength(sectionNames.length - 1)
    expect(part(report, 'What to check')).toContain('Sections that were not written: Introduction, Related work,')
  })

  test('is said of measurements when every program failed', async () => {
    const files = await filesOf([...start(), ...failing('running-experiments.1.0.0')])
    expect(files['report.md']).toContain('*No program ran to its end')
    expect(Object.keys(files)).not.toContain('src/main.mjs')
    expect(files['readme.md']).not.toContain('figures/')
  })

  test('in the last attempt makes the report that of an earlier one, and says so', async () => {
    const log = [...wholeRun.slice(0, -1), ...planning(3), ended('partial')]
    const report = await reportOf(log)
    expect(report).toContain('The last attempt (3) has no report. The sections, figures, tables and reviews below are those of attempt 2.')
    expect(report).toContain('evidence: running-experiments.2.14.0')
    expect(part(report, 'Other attempts')).toContain('### Attempt 3\n\n- **Plan**: Plan 3: vary the smoothing.\n- **Result**: none')
  })

  test('is named for phases that ended early', async () => {
    const early: LabEvent = {
      type: 'phase-end',
      phase: 'literature-review',
      attempt: 1,
      outcome: { kind: 'partial', why: '2 of 5 papers were added' },
      next: 'plan-formulation',
    }
    expect(part(await reportOf([...start(), early]), 'What to check')).toContain(
      'The phase literature-review (attempt 1) did not reach all that it should: 2 of 5 papers were added',
    )
  })
})

describe('what a model wrote', () => {
  test('cannot cite what nobody found', async () => {
    const report = await reportOf([...start(), ...papers, ...sections({ abstract: 'As shown [@a:3] and [@made-up] and [@made-up].' })])
    expect(part(report, 'Abstract')).toContain('As shown **[unknown source]** and **[unknown source]** and **[unknown source]**.')
    expect(part(report, 'What to check')).toContain('marked “unknown source” in the text: 3 (a:3, made-up).')
    expect(part(report, 'References')).toContain('No paper is cited.')
  })

  test('cannot add sections, scripts or pictures from elsewhere', async () => {
    const hostile = '# Fake\n## References\n<script>x</script>\n![y](https://z.org/a.png)\n[b](javascript:c)\n```\n'
    const log = [
      ...start({ topic: 'A\n# topic <b>' }),
      ...allSections(() => hostile),
      review('report-refinement.1.0.0', { summary: hostile }),
    ]
    const files = await filesOf([...log, { type: 'readme-write', turn: 't', text: hostile }])
    for (const text of [files['report.md'] ?? '', files['readme.md'] ?? '']) {
      expect(text).not.toMatch(/<script|<b>x|^## Fake/m)
      expect(text).not.toContain('](javascript:')
      expect(text).not.toMatch(/(?<!\\)!\[y/)
    }
    expect(files['report.md']?.match(/^## References$/gm)).toHaveLength(1)
    expect(files['report.md']).toContain('gal run "A # topic <b>" --seed 7')
  })
})

describe('numbers', () => {
  test('of a single repetition and of equal repetitions are pointed out', async () => {
    const measured = [
      { name: 'a', value: 1, seed: 1, arm: 'once' },
      { name: 'a', value: 2, seed: 1, arm: 'same' },
      { name: 'a', value: 2, seed: 2, arm: 'same' },
    ]
    const check = part(await reportOf([...start(), ...program('running-experiments.1.1.0', 'final', measured)]), 'What to check')
    expect(check).toContain('Measured only once, so without an interval: a / once.')
    expect(check).toContain('The same value in every repetition, which may mean that the seed has no effect: a / same.')
  })

  test('of cost are told by phase, and money only when some was spent', async () => {
    const reply = (cost: number): LabEvent[] => [
      { type: 'phase-start', phase: 'literature-review', attempt: 1 },
      { type: 'turn-reply', id: 't', text: 'x', model: 'm', usage: { input: 1200, output: 34, cost } },
    ]
    const free = part(await reportOf([...start(), ...reply(0)]), 'Cost')
    expect(free).toContain('Calls of models: 1. Tokens in: 1200. Tokens out: 34.')
    expect(free).toContain('| literature-review | 1 | 1200 | 34 |')
    expect(free).not.toContain('Money')
    expect(part(await reportOf([...start(), ...reply(0.25)]), 'Cost')).toContain('Money: 0.25')
  })

  test('that are none are never printed, whatever was measured', async () => {
    const value = fc.double({ noNaN: true, noDefaultInfinity: true })
    const metric = fc.record(
      { name: fc.constantFrom('a', 'b'), value, seed: fc.nat(4), arm: fc.constantFrom('x', 'y'), step: fc.nat(2) },
      { requiredKeys: ['name', 'value'] },
    )
    await fc.assert(
      fc.asyncProperty(fc.array(metric, { maxLength: 8 }), async (measured) => {
        const files = await filesOf([...start(), ...program('running-experiments.1.1.0', 'final', measured)])
        expect(Object.values(files).join('\n')).not.toMatch(/NaN|Infinity|undefined|\[object/)
      }),
      { numRuns: 40 },
    )
  })
})

test('where an evidence id can be looked up is said', async () => {
  expect(part(await reportOf(wholeRun), 'How to reproduce')).toContain('looked up in the record with `gal show <run> --event <id>`.')
})

describe('other languages', () => {
  test.each([
    ['es', '## Resumen', '#referencias'],
    ['fr', '## Résumé', '#références'],
    ['French', '## Résumé', '#références'],
    ['tlh', '## Abstract', '#references'],
  ])('%s has %s and links its references', async (language, heading, anchor) => {
    const report = await reportOf([...start({ language }), ...wholeRun.slice(2)])
    expect(report).toContain(heading)
    expect(report).toContain(`[\\[1\\]](${anchor})`)
    expect(report.toLowerCase()).toContain(`\n## ${anchor.slice(1)}\n`)
  })

  test('keep the bytes of every figure’s numbers: a point, not a comma', async () => {
    expect((await filesOf([...start({ language: 'fr' }), ...wholeRun.slice(2)]))['figures/arms.svg']).toContain('>0.44<')
  })
})

test('the command that repeats a run survives a shell whatever the topic holds', async () => {
  expect(await reportOf(start({ topic: "What's $HOME `x`?" }))).toContain("gal run 'What'\\''s $HOME `x`?' --seed 7 --model ollama:tiny")
})
