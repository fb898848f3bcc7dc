import { describe, expect, test } from 'vitest'
import { designFor } from './design.ts'
import { readSettingsLine, renderDataset, renderProgram, repairLine } from './render.ts'
import { studies } from './studies/index.ts'
import { parseSettings } from './studies/study.ts'

describe.each(studies)('the $name study', (study) => {
  const settings = designFor(study, { seed: 3, attempt: 1 })

  test('opens its program with all settings and its data set with those it depends on', () => {
    expect(readSettingsLine(renderProgram(study, settings, 'sound'))).toEqual(settings)
    expect(Object.keys(readSettingsLine(renderDataset(study, settings)) as object)).toEqual(['study', ...study.dataKeys])
  })

  test('has a defect that is one line, and the repair of that line gives the sound program', () => {
    const lines = renderProgram(study, settings, 'defective').split('\n')
    const { line, text } = repairLine(study, settings)
    expect(lines[line - 1]).toBe(study.defect.broken)
    expect(lines.with(line - 1, text).join('\n')).toBe(renderProgram(study, settings, 'sound'))
  })

  test('gives the same data set whatever arms and seeds are tried on it', () => {
    const other = designFor(study, { seed: 4, attempt: 2 })
    expect(renderDataset(study, other)).toBe(renderDataset(study, settings))
  })

  test('refuses settings that are unknown, out of bounds, too few, doubled or of another study', () => {
    const refused = [
      { ...settings, extra: 1 },
      { ...settings, seeds: settings.seeds.slice(1) },
      { ...settings, seeds: [...settings.seeds, settings.seeds[0]] },
      { ...settings, seeds: [...settings.seeds, 0.5] },
      { ...settings, study: 'other' },
      { ...settings, [String(study.dataKeys[0])]: '1; process.exit()' },
      { ...settings, [String(study.dataKeys[0])]: 1e9 },
      { ...settings, [String(study.dataKeys[0])]: Number.NaN },
    ]
    expect(parseSettings(study, settings)).toEqual(settings)
    for (const wrong of refused) expect(parseSettings(study, wrong)).toBeUndefined()
  })
})
