import { GalError } from '../core/error.ts'

/** A prompt file: what stands under each `## heading`, by heading. Front matter says what the file is for. */
export type Prompt = { file: string; sections: Readonly<Record<string, string>> }

/** Reads a Markdown prompt: front matter off, then one text for each second-level heading. */
export const parsePrompt = (file: string, markdown: string): Prompt => {
  const body = markdown.replace(/^---\n[\s\S]*?\n---\n/, '')
  const sections: Record<string, string> = {}
  for (const part of body.split(/^## /m).slice(1)) {
    const end = part.indexOf('\n')
    const heading = (end < 0 ? part : part.slice(0, end)).trim()
    const words = end < 0 ? '' : part.slice(end + 1).trim()
    if (words) sections[heading] = words
  }
  return { file, sections }
}

/** The slots of a text, in order of first appearance. */
export const slotsOf = (text: string): string[] => [...new Set([...text.matchAll(/\{\{([a-z-]+)\}\}/g)].map((match) => match[1] ?? ''))]

/** Fills a section's slots. A missing section or slot is a bad prompt: it is named with its file. */
export const renderPrompt = (prompt: Prompt, heading: string, slots: Readonly<Record<string, string>>): string => {
  const words = prompt.sections[heading]
  if (words === undefined)
    throw new GalError(
      'bad-prompt',
      `${prompt.file} has no text under "## ${heading}"`,
      'run gal check to see every prompt that needs mending',
    )
  return words.replaceAll(/\{\{([a-z-]+)\}\}/g, (_all, slot: string) => {
    const value = slots[slot]
    if (value === undefined)
      throw new GalError(
        'bad-prompt',
        `${prompt.file}, "## ${heading}": there is no slot {{${slot}}}`,
        `its slots are: ${Object.keys(slots).join(', ')}`,
      )
    return value
  })
}

/** The heading of these words for a kind of work that has its own, else for all. */
export const headingFor = (prompt: Prompt, heading: string, kind: string): string =>
  prompt.sections[`${heading} (${kind})`] === undefined ? heading : `${heading} (${kind})`

/** The same for words that came later than folders of prompts that people have made: what these do not say is not said. */
export const renderIfThere = (prompt: Prompt, heading: string, slots: Readonly<Record<string, string>>): string[] =>
  prompt.sections[heading] === undefined ? [] : [renderPrompt(prompt, heading, slots)]
