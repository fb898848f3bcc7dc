import type { RoleName } from './names.ts'

type Seated = Readonly<Partial<Record<RoleName, { readonly table?: readonly RoleName[] }>>>

/**
 * The conversation that a role at a seat takes part in: that of its table, or its own. Each request of a conversation begins
 * with the one before.
 */
export const conversationOf = ({ briefs }: { briefs: Seated }, { role, seat }: { role: RoleName; seat: number }): string =>
  `${briefs[role]?.table?.[0] ?? role}#${seat}`
