import { z } from 'zod'
import { sectionNames } from '../../core/names.ts'
import { type Context, defineCommand } from '../command.ts'

const citation = /\[@([^\]\s;]+)\]/g

/** Why a section may not stand as it is: a citation of a paper that is not in the review. */
export const sectionProblem = (text: string, { state }: Context): string | undefined => {
  const unknown = [...text.matchAll(citation)].map((match) => match[1] ?? '').filter((id) => !state.added[id])
  if (unknown.length === 0) return undefined
  return `Only papers of the review can be cited. Not in it: ${[...new Set(unknown)].join(', ')}. In it: ${Object.keys(state.added).join(', ')}.`
}

/** AgentLaboratory's REPLACE of the paper-solver, a section at a time. */
export const writeSection = defineCommand({
  name: 'write-section',
  help: 'Write a section of the report, in Markdown without its heading. Cite papers of the review as [@id].',
  args: z.strictObject({
    section: z.enum(sectionNames).describe('which section'),
    text: z.string().trim().min(80).max(30_000).describe('its whole text'),
  }),
  example: {
    section: 'discussion',
    text: 'The gain is small but seen in every repetition, which agrees with earlier work [@arxiv:1906.02629]. …',
  },
  async run({ section, text }, context) {
    const problem = sectionProblem(text, context)
    if (problem) return { ok: false, result: problem }
    return { events: [{ type: 'section-write', turn: context.turn.id, section, text }], result: `The section ${section} is written.` }
  },
})
