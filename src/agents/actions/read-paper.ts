import { z } from 'zod'
import { defineAction } from './action.ts'

/** More does not fit into an answer that goes over the wire in one frame. */
const textChars = 20_000

export const readPaper = defineAction({
  name: 'read_paper',
  description: `Read a paper by its id; gives the first ${textChars} characters of its text.`,
  input: z.strictObject({ id: z.string().trim().min(1).max(200).describe('an id from a search, such as arxiv:1906.02629') }),
  example: { id: 'arxiv:1906.02629' },
  async run({ id }, { findPaper, fetchText }) {
    const found = await findPaper(id)
    if (found.status !== 'ok') return { error: `${id} could not be looked up (${found.status}): ${found.fault.message}` }
    const [paper] = found.papers
    if (!paper) return { error: `no source has a paper with the id ${id}` }
    const answer = await fetchText(paper)
    if (answer.status !== 'ok') return { error: `the text of ${id} could not be had (${answer.status}): ${answer.fault.message}` }
    return { id: paper.id, title: paper.title, chars: answer.text.length, text: answer.text.slice(0, textChars) }
  },
})
