import { beginningOf, fieldOf } from './beginning.ts'

/** What ties entries together: those with the same link are about the same thing. */
export const relations = ['turn', 'program', 'question', 'paper', 'artifact', 'agent'] as const
export type Relation = (typeof relations)[number]
export type Link = { relation: Relation; id: string }

const own: readonly { relation: Relation; types: ReadonlySet<string>; field: string }[] = [
  { relation: 'turn', types: new Set(['turn-start', 'turn-reply', 'turn-fault', 'turn-end']), field: 'id' },
  { relation: 'turn', types: new Set(['turn-start']), field: 'repairs' },
  { relation: 'program', types: new Set(['program-start', 'program-end', 'program-score']), field: 'id' },
  { relation: 'program', types: new Set(['program-start']), field: 'parent' },
  { relation: 'program', types: new Set(['reflection-add', 'dataset-accept']), field: 'program' },
  { relation: 'question', types: new Set(['question-ask']), field: 'id' },
  { relation: 'question', types: new Set(['answer-give']), field: 'question' },
  { relation: 'paper', types: new Set(['paper-read', 'paper-add']), field: 'id' },
  { relation: 'artifact', types: new Set(['artifact-write']), field: 'name' },
  { relation: 'agent', types: new Set(['agent-start', 'agent-act', 'agent-end']), field: 'id' },
]

/** The things that an event is about. Every event that names its turn belongs to that turn. */
export const linksOf = (event: { type: string }): Link[] => {
  const turn = beginningOf(fieldOf(event, 'turn'))
  const named = own
    .filter(({ types }) => types.has(event.type))
    .map(({ relation, field }) => ({ relation, id: beginningOf(fieldOf(event, field)) }))
    .filter(({ id }) => id !== '')
  return turn === '' ? named : [{ relation: 'turn', id: turn }, ...named]
}
