import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { phaseNames, roleNames } from '../../core/names.ts'
import { loadPrompts } from './load-prompts.ts'
import { fillSlots, packagePrompts } from './prompt.ts'
import { prompts } from './prompts.ts'
import { slotDeclarations } from './slots.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gal-prompts-'))
  for (const name of ['roles', 'phases']) mkdirSync(join(folder, name))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('every phase and every role is among the prompts, and each has a name of its own', () => {
  expect(new Set(prompts.map(({ phase }) => phase))).toEqual(new Set(phaseNames))
  expect(new Set(prompts.map(({ role }) => role))).toEqual(new Set(roleNames))
  expect(new Set(prompts.map(({ name }) => name)).size).toBe(prompts.length)
})

test('a prompt says who the role is, what the phase is for and what is asked; each of its slots is explained', () => {
  const loaded = loadPrompts({})
  const review = loaded.find(({ name }) => name === 'review_report')
  expect(review?.slots).toEqual(['stance', 'report', 'evidence'])
  expect(review?.text).toMatch(/^You review for a demanding conference[\s\S]*A report is under review[\s\S]*\{\{evidence\}\}$/)
  expect(loaded.flatMap(({ slots }) => slots).filter((slot) => !(slot in slotDeclarations))).toEqual([])
})

test('a file in the folder of the configuration stands in for the file of that name, with the slots that it has', () => {
  writeFileSync(join(folder, 'roles/reviewer.md'), '## brief\n\nYou are {{mood}}.\n')
  const review = loadPrompts({ promptFolders: [folder, packagePrompts] }).find(({ name }) => name === 'review_report')
  expect(review?.text).toMatch(/^You are \{\{mood\}\}\./)
  expect(review?.slots).toEqual(['mood', 'stance', 'report', 'evidence'])
})

test('a text that is missing is named with its file', () => {
  expect(() => loadPrompts({ promptFolders: [folder] })).toThrow(/roles\/.*md|phases\/.*md/)
  writeFileSync(join(folder, 'phases/report-refinement.md'), '## brief\n\nx\n')
  expect(() => loadPrompts({ promptFolders: [folder, packagePrompts] })).toThrow(
    'phases/report-refinement.md has no text under "## review"',
  )
})

test('a slot is filled with exactly what was given, whatever that holds', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (before, given) => {
      const outer = before.replaceAll('{', '(')
      expect(fillSlots(`${outer}{{a}}-{{b-c}}-{{a}}`, { a: given, 'b-c': '{{a}}' })).toBe(`${outer}${given}-{{a}}-${given}`)
    }),
  )
  expect(fillSlots('{{a}} {{constructor}} {{Not}}', {})).toBe('(none) (none) {{Not}}')
})
