import { z } from 'zod'
import type { ReadonlyState } from '../core/state.ts'
import type { Text } from '../core/text.ts'
import type { Scene } from './command.ts'

/** A list of ids in a schema is never longer: what a role can choose from is what it can be shown. */
export const mostPapers = 24

/** What the results of this phase said last comes last: that is what the role has before it. */
const byMention = ({ state, readText }: Pick<Scene, 'state' | 'readText'>, ids: readonly string[]): string[] => {
  const told = (state.phase?.turns ?? []).map(({ end }) => (end ? readText(end.result as Text) : '')).join('\n')
  const places = new Map(ids.map((id) => [id, told.lastIndexOf(id)]))
  return [...ids].sort((a, b) => (places.get(a) ?? -1) - (places.get(b) ?? -1))
}

const newest = (scene: Pick<Scene, 'state' | 'readText'>, ids: readonly string[]): readonly string[] =>
  ids.length <= mostPapers ? ids : byMention(scene, ids).slice(-mostPapers)

/** Papers that can be read: those that were found, not read yet; once all are read, any of them again. */
export const readable = (scene: Pick<Scene, 'state' | 'readText'>): readonly string[] => {
  const found = Object.keys(scene.state.found)
  const unread = found.filter((id) => scene.state.read[id] === undefined)
  return newest(scene, unread.length ? unread : found)
}

/** Papers that can be added to the review: those that were found and are not in it. */
export const addable = (scene: Pick<Scene, 'state' | 'readText'>): readonly string[] =>
  newest(
    scene,
    Object.keys(scene.state.found).filter((id) => !scene.state.added[id]),
  )

/** A field that is one of these ids. `z.enum` would make keys of them, and an id may be called __proto__. */
export const oneOf = (ids: readonly string[], description = ''): z.ZodType => z.literal([...ids]).describe(description)

const citation = /\[@([^\]\s;]+)\]/g

/** What is cited in a text and is no paper of the review. */
export const strangers = (text: string, { added }: ReadonlyState): string[] => [
  ...new Set([...text.matchAll(citation)].map((match) => match[1] ?? '').filter((id) => !added[id])),
]

/** The text without the citations of papers that are not in the review. */
export const withoutStrangers = (text: string, { added }: ReadonlyState): string =>
  text.replaceAll(citation, (whole, id: string) => (added[id] ? whole : ''))
