import { z } from 'zod'
import { aboutIn } from '../../core/ask.ts'
import { sectionNames } from '../../core/names.ts'
import { nearestOf } from '../../core/nearest.ts'
import { defineCommand, type Scene } from '../command.ts'
import { oneOf, strangers } from '../papers-now.ts'

/** Why a section may not stand as it is: a citation of a paper that is not in the review. */
export const sectionProblem = (text: string, { state }: Pick<Scene, 'state'>): string | undefined => {
  const unknown = strangers(text, state)
  if (unknown.length === 0) return undefined
  const near = [...new Set(unknown.flatMap((id) => nearestOf(id, Object.keys(state.added), 3)))].join(', ')
  return `Only papers of the review can be cited. Not in it: ${unknown.join(', ')}. In it: ${near || 'none'}.`
}

const args = z.strictObject({
  section: z.enum(sectionNames).describe('which section'),
  text: z.string().trim().min(80).max(30_000).describe('its whole text'),
})

/** AgentLaboratory's REPLACE of the paper-solver, a section at a time. */
export const writeSection = defineCommand({
  name: 'write-section',
  help: 'Write a section of the report, in Markdown without its heading. Cite papers of the review as [@id].',
  args,
  example: {
    section: 'discussion',
    text: 'The gain is small but seen in every repetition, which agrees with earlier work [@arxiv:1906.02629]. …',
  },
  // Whoever is asked for a section writes that one.
  now: ({ ask }) => {
    const section = aboutIn(ask)
    return [section === undefined ? args : args.extend({ section: oneOf([section], 'which section') })]
  },
  flaw: ({ text }, scene) => sectionProblem(text, scene),
  run: async ({ section, text }, { turn }) => ({
    events: [{ type: 'section-write', turn: turn.id, section, text }],
    result: `The section ${section} is written.`,
  }),
})
