import { events, peopleTypes } from '../../src/core/events/index.ts'
import { blobThreshold } from '../../src/core/text.ts'
import { markdown, type Page } from './page.ts'
import { fieldTable, sharedSections } from './shape.ts'

const intro = `A run is its events, in order, and nothing else: state, cost, report and what a viewer shows are folded from them.
A stored event has \`run\`, \`seq\` (counts within the run from 1, without a gap), \`pos\` (counts over all runs of the database), \`at\` (ISO time, UTC) and \`event\`: an object with \`type\` and the fields below. \`gal export <run> --format jsonl\` prints one a line.

A text of more than ${blobThreshold / 1024} KiB is stored once beside the log; the event then holds its SHA-256, its length and its first words. A reader skips types that it does not know.`

const section = (type: string, { means, data }: (typeof events)[keyof typeof events]): string =>
  [`## ${type}`, peopleTypes.has(type) ? `${means} Written by people, from any process.` : means, fieldTable(data)].join('\n\n')

/** Every kind of event, in the order in which the code declares them. */
export const eventsPage = (): Page =>
  markdown('docs/reference/events.md', 'Events', [
    intro,
    ...Object.entries(events).map(([type, entry]) => section(type, entry)),
    sharedSections(),
  ])
