/** A turn's place in the work: the same after a restart, so that what it did outside is done once. */
export const turnId = (phase: string, attempt: number, step: number, place: number): string => `${phase}.${attempt}.${step}.${place}`

/** Orders ids by attempt, step and place as numbers, so that …10.0 comes after …9.0. */
export const byTurn = (a: string, b: string): number => a.localeCompare(b, 'en', { numeric: true })
