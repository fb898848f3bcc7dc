import { z } from 'zod'
import { defineCommand } from '../command.ts'

/** AgentLaboratory's ADD_PAPER. */
export const addPaper = defineCommand({
  name: 'add-paper',
  help: 'Add a paper that a search found to the review, with what it shows for our question.',
  args: z.strictObject({
    id: z.string().min(1).max(200).describe('an id from the search results'),
    note: z.string().trim().min(20).max(4000).describe('its claim, method, result and limits, and what that means for our question'),
  }),
  example: { id: 'arxiv:1906.02629', note: 'Label smoothing makes networks better calibrated; shown on images and translation.' },
  async run({ id, note }, { state, turn }) {
    const paper = state.found[id]
    if (!paper)
      return {
        ok: false,
        result: `No search has found a paper with the id ${id}. Known ids: ${Object.keys(state.found).slice(0, 20).join(', ') || 'none yet'}.`,
      }
    if (state.added[id]) return { ok: false, result: `${id} is already in the review.` }
    return { events: [{ type: 'paper-add', turn: turn.id, id, note }], result: `Added to the review: ${paper.title}.` }
  },
})
