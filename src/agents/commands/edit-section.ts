import { z } from 'zod'
import { sectionNames } from '../../core/names.ts'
import type { Text } from '../../core/text.ts'
import { defineCommand } from '../command.ts'
import { replaceLines } from '../lines.ts'
import { sectionProblem } from './write-section.ts'

/** AgentLaboratory's EDIT N M of the paper-solver, within a section. */
export const editSection = defineCommand({
  name: 'edit-section',
  help: 'Replace lines of a section that you were shown.',
  args: z.strictObject({
    section: z.enum(sectionNames).describe('which section'),
    from: z.int().min(1).describe('first line to replace, as numbered in that section'),
    to: z.int().min(1).describe('last line to replace'),
    text: z.string().max(30_000).describe('the new lines; empty to delete'),
  }),
  example: { section: 'results', from: 2, to: 2, text: 'The difference was seen in each of the repetitions.' },
  async run({ section, from, to, text }, context) {
    const { state, turn, effects } = context
    const words = state.now.report.sections[section]
    if (words === undefined) return { ok: false, result: `The section ${section} is not written yet.` }
    const edited = replaceLines(effects.readText(words as Text), from, to, text)
    const problem = 'problem' in edited ? edited.problem : sectionProblem(edited.text, context)
    if (problem || 'problem' in edited) return { ok: false, result: problem ?? '' }
    return { events: [{ type: 'section-write', turn: turn.id, section, text: edited.text }], result: `The section ${section} is changed.` }
  },
})
