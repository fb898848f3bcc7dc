import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { addable, oneOf } from '../papers-now.ts'

const args = z.strictObject({
  id: z.string().min(1).max(200).describe('an id from the search results'),
  note: z.string().trim().min(20).max(4000).describe('its claim, method, result and limits, and what that means for our question'),
})

/** AgentLaboratory's ADD_PAPER. */
export const addPaper = defineCommand({
  name: 'add-paper',
  help: 'Add a paper that a search found to the review, with what it shows for our question.',
  args,
  example: { id: 'arxiv:1906.02629', note: 'Label smoothing makes networks better calibrated; shown on images and translation.' },
  now: (scene) => {
    const ids = addable(scene)
    return ids.length ? [args.extend({ id: oneOf(ids, 'an id from the search results') })] : []
  },
  run: async ({ id, note }, { state, turn }) => ({
    events: [{ type: 'paper-add', turn: turn.id, id, note }],
    result: `Added to the review: ${state.found[id]?.title ?? id}.`,
  }),
})
