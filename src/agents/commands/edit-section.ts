import { z } from 'zod'
import { sectionNames } from '../../core/names.ts'
import type { Text } from '../../core/text.ts'
import { defineCommand, type Scene } from '../command.ts'
import { countLines, linesOf, replaceLines } from '../lines.ts'
import { oneOf } from '../papers-now.ts'
import { sectionProblem } from './write-section.ts'

const args = z.strictObject({
  section: z.enum(sectionNames).describe('which section'),
  ...linesOf(undefined, 'first line to replace, as numbered in that section'),
  text: z.string().max(30_000).describe('the new lines; empty to delete'),
})

type Args = z.infer<typeof args>

/** The section as it would be, or why it cannot be so. */
const edit = ({ section, from, to, text }: Args, { state, readText }: Pick<Scene, 'state' | 'readText'>) => {
  const words = state.now.report.sections[section]
  if (words === undefined) return { problem: `The section ${section} is not written yet.` }
  const edited = replaceLines(readText(words as Text), from, to, text)
  const problem = 'problem' in edited ? edited.problem : sectionProblem(edited.text, { state })
  return problem === undefined ? edited : { problem }
}

/** AgentLaboratory's EDIT N M of the paper-solver, within a section. */
export const editSection = defineCommand({
  name: 'edit-section',
  help: 'Replace lines of a section that you were shown.',
  args,
  example: { section: 'results', from: 2, to: 2, text: 'The difference was seen in each of the repetitions.' },
  now: ({ state, readText }) =>
    Object.entries(state.now.report.sections).map(([section, words]) => {
      const lines = linesOf(countLines(readText(words as Text)), 'first line to replace, as numbered in that section')
      return args.extend({ section: oneOf([section], 'which section'), ...lines })
    }),
  flaw(given, scene) {
    const edited = edit(given, scene)
    return 'problem' in edited ? edited.problem : undefined
  },
  async run(given, { state, turn, effects }) {
    const { section } = given
    const edited = edit(given, { state, readText: effects.readText })
    if ('problem' in edited) return { ok: false, result: edited.problem }
    return { events: [{ type: 'section-write', turn: turn.id, section, text: edited.text }], result: `The section ${section} is changed.` }
  },
})
