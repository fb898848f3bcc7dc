/**
 * How a model's answers are held to the form of a turn, the surest way first: by its server's own schema, by a grammar, as the
 * arguments of a tool, by words alone, or not at all.
 */
export const ladderSteps = ['schema', 'grammar', 'tool', 'prompted', 'none'] as const
export type LadderStep = (typeof ladderSteps)[number]
