import { slotsOf } from '../agents/prompt.ts'
import { kinds } from '../core/kinds.ts'
import { phases } from '../phases/index.ts'
import type { Prompts } from './prompts.ts'

const turnSlots: Readonly<Record<string, readonly string[]>> = {
  answer: ['language', 'commands'],
  notes: ['notes'],
  steps: ['step', 'steps'],
  'finish-soon': [],
  budget: ['spent', 'budget'],
  loop: ['command', 'times'],
  choices: ['papers'],
  repair: ['problem'],
  condensed: [],
  table: ['roles'],
  speaker: ['role', 'commands'],
}

/** Texts that came later than folders of prompts that people have made: what they do not say is not said. */
const optional: ReadonlySet<string> = new Set(['choices', 'table', 'speaker'])

const problems = (file: string, sections: Readonly<Record<string, string>>, heading: string, allowed: readonly string[]): string[] => {
  const words = sections[heading]
  if (words === undefined && optional.has(heading)) return []
  if (words === undefined) return [`${file}: there is no text under "## ${heading}"`]
  return slotsOf(words)
    .filter((slot) => !allowed.includes(slot))
    .map((slot) => `${file}, "## ${heading}": there is no slot {{${slot}}}; its slots are: ${allowed.join(', ') || 'none'}`)
}

/** Everything that is wrong with a set of prompts, a line each: missing texts and slots that nobody fills. */
export const checkPrompts = ({ phases: files, roles, turn }: Prompts): string[] => [
  ...Object.values(roles).flatMap(({ file, sections }) => problems(file, sections, 'brief', [])),
  ...phases.flatMap(({ name, tells }) => {
    const { file, sections } = files[name]
    const heard = [...new Set(Object.values(tells).map(({ role }) => role))]
    const briefs = heard.map((role) => (sections[`brief ${role}`] === undefined ? 'brief' : `brief ${role}`))
    return [
      ...briefs.flatMap((heading) => problems(file, sections, heading, [])),
      ...Object.entries(tells).flatMap(([heading, { slots }]) => problems(file, sections, heading, slots)),
      ...Object.entries(tells).flatMap(([heading, { slots }]) =>
        kinds
          .map((kind) => `${heading} (${kind})`)
          .filter((own) => sections[own] !== undefined)
          .flatMap((own) => problems(file, sections, own, slots)),
      ),
    ]
  }),
  ...Object.entries(turnSlots).flatMap(([heading, slots]) => problems(turn.file, turn.sections, heading, slots)),
]
