import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { renderPrompt, slotsOf } from '../agents/prompt.ts'
import { kinds } from '../core/kinds.ts'
import { roleNames } from '../core/names.ts'
import { phases } from '../phases/index.ts'
import { renderBrief, seatedWith } from './brief.ts'
import { checkPrompts } from './check-prompts.ts'
import { loadPrompts } from './prompts.ts'

const own = join(import.meta.dirname, '../../prompts')
let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gal-prompts-'))
  mkdirSync(join(folder, 'phases'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test('every prompt of gal has its texts, and no slot that nobody fills', () => {
  expect(checkPrompts(loadPrompts([own]))).toEqual([])
})

test('every tell and every brief can be rendered, and leaves no slot open', () => {
  const prompts = loadPrompts([own])
  for (const phase of phases) {
    for (const [heading, { slots }] of Object.entries(phase.tells)) {
      const words = renderPrompt(prompts.phases[phase.name], heading, Object.fromEntries(slots.map((slot) => [slot, `<${slot}>`])))
      expect(slotsOf(words), `${phase.name}: ${heading}`).toEqual([])
      // What a role needs is in its request: a slot that a phase fills is really said.
      for (const slot of slots) expect(words, `${phase.name}: ${heading}`).toContain(`<${slot}>`)
    }
    for (const role of roleNames.filter((name) => Object.values(phase.tells).some((tell) => tell.role === name))) {
      for (const kind of kinds) {
        const brief = renderBrief(prompts, phase, kind, seatedWith(phase, role), 'en', ['a note'])
        expect(slotsOf(brief)).toEqual([])
        for (const tell of Object.values(phase.tells).filter((candidate) => candidate.role === role))
          for (const { name, kinds: only } of tell.commands)
            expect(brief.includes(`**${name}**`), `${phase.name}, ${kind}: ${name}`).toBe(only?.includes(kind) ?? true)
      }
    }
  }
})

test('a folder of your own stands in file by file, and what is wrong in it is named with file, heading and slot', () => {
  const file = join(folder, 'phases', 'literature-review.md')
  writeFileSync(file, '## brief\n\nMine.\n\n## first\n\n{{topic}} and {{colour}}\n')
  const prompts = loadPrompts([folder, own])
  expect(prompts.phases['literature-review'].sections.brief).toBe('Mine.')
  expect(prompts.phases['plan-formulation'].file).toContain(own)
  expect(checkPrompts(prompts)).toEqual([
    `${file}, "## first": there is no slot {{colour}}; its slots are: topic, wanted`,
    `${file}: there is no text under "## next"`,
  ])
})
