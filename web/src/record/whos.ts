import { type RoleName, roleNames } from '../../../src/core/names.ts'

/** Who is behind an entry: one of the six, a person who looks on, or the lab itself. */
export const whos = [...roleNames, 'person', 'lab'] as const
export type Who = (typeof whos)[number]

const roles: ReadonlySet<string> = new Set(roleNames)
export const isRole = (name: unknown): name is RoleName => typeof name === 'string' && roles.has(name)

/** What people write is known by its type: it comes from outside the lab. */
export const byPeople: ReadonlySet<string> = new Set(['pause-ask', 'stop-ask', 'note-add', 'answer-give'])
