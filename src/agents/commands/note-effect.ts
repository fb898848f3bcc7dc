import { z } from 'zod'
import type { Text } from '../../core/text.ts'
import { defineCommand, type Scene } from '../command.ts'

const args = z.strictObject({
  id: z.string().min(1).describe('id of a paper of the review'),
  outcome: z.string().trim().min(2).max(80).describe('what was measured; findings of the same outcome are pooled'),
  unit: z.string().trim().min(1).max(40).describe('of the effect, as in "percentage points" or "standardised difference"'),
  estimate: z.number().describe('the reported effect, above zero when the treatment raises the outcome'),
  low: z.number().describe('lower end of its 95 % interval'),
  high: z.number().describe('upper end of its 95 % interval'),
  quote: z.string().trim().min(10).max(600).describe('the very words of the paper that say so'),
})

/** Papers of the review with all that is stored of them: what was read, else the abstract. */
const textOf = ({ state, readText }: Scene, id: string): string =>
  [state.found[id]?.abstract ?? '', state.read[id] === undefined ? '' : readText(state.read[id] as Text)].join('\n')

/** Line breaks and hyphens at the ends of lines are the page's, not the author's. */
const plainWords = (text: string): string =>
  text
    .replaceAll(/-\s*\n\s*/g, '')
    .replaceAll(/\s+/g, ' ')
    .toLowerCase()

/** Digits of a number as people write it, with or without a leading zero. */
const isIn = (number: number, words: string): boolean => words.includes(String(Math.abs(number)).replace(/^0\./, '.'))

/** A finding of a paper, in its own words: what is pooled in a survey. The words and the number must be in the stored text. */
export const noteEffect = defineCommand({
  name: 'note-effect',
  help: 'Note an effect that a paper of the review reports, with its 95 % interval and the very words. Effects of one outcome are pooled.',
  kinds: ['survey'],
  args,
  example: {
    id: 'arxiv:1906.02629',
    outcome: 'test accuracy',
    unit: 'percentage points',
    estimate: 0.4,
    low: 0.1,
    high: 0.7,
    quote: 'improves the test accuracy by 0.4 percentage points (95% interval 0.1 to 0.7)',
  },
  now({ state }) {
    const ids = Object.keys(state.added)
    return ids.length ? [args.extend({ id: z.enum(ids).describe('id of a paper of the review') })] : []
  },
  flaw({ id, quote, estimate, low, high }, scene) {
    if (!(low <= estimate && estimate <= high)) return `The effect ${estimate} does not lie in its interval, ${low} to ${high}.`
    if (low === high) return 'An interval without a width says nothing of how sure the effect is.'
    const words = plainWords(quote)
    if (!plainWords(textOf(scene, id)).includes(words))
      return `These words are not in what is stored of ${id}. Read the paper, and quote it to the letter.`
    return isIn(estimate, words) ? undefined : `The words that you quote do not hold the number ${estimate}.`
  },
  run: async ({ id, ...effect }, { turn }) => ({
    events: [{ type: 'effect-note', turn: turn.id, paper: id, ...effect }],
    result: 'Noted.',
  }),
})
