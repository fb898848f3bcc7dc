import { z } from 'zod'
import type { Paper } from '../../core/paper.ts'
import { defineCommand } from '../command.ts'
import { oneOf, readable } from '../papers-now.ts'

const args = z.strictObject({ id: z.string().min(1).max(200).describe('an id from the search results') })

/** AgentLaboratory's FULL_TEXT. The text stays in the conversation until it must be condensed. */
export const readPaper = defineCommand({
  name: 'read-paper',
  help: 'Read the full text of a paper that a search found.',
  args,
  example: { id: 'arxiv:1906.02629' },
  now: (scene) => {
    const ids = readable(scene)
    return ids.length ? [args.extend({ id: oneOf(ids, 'an id from the search results') })] : []
  },
  async run({ id }, { state, turn, effects }) {
    const paper = state.found[id]
    if (!paper) return { ok: false, result: `No search has found a paper with the id ${id}.` }
    const answer = await effects.fetchText(paper as Paper)
    if (answer.status !== 'ok')
      return { ok: false, result: `The text of ${id} could not be had (${answer.status}): ${answer.fault.message}` }
    return {
      events: [{ type: 'paper-read', turn: turn.id, id, text: answer.text }],
      result: `Full text of ${id}, ${paper.title}:\n\n${answer.text}`,
    }
  },
})
