import type { ViewerState } from '../../../../../src/core/viewer/viewer-state.ts'

/** The entries of the record behind the ids that evidence names: turns and programs. */
export const entriesById = (state: ViewerState): ReadonlyMap<string, number> =>
  new Map([
    ...state.searches.toReversed().map(({ turn, seq }) => [turn, seq] as const),
    ...[...(state.bestSections ?? []), ...state.sections].map(({ turn, seq }) => [turn, seq] as const),
    ...state.reviews.map(({ id, seq }) => [id, seq] as const),
    ...state.programs.map(({ id, startSeq, endSeq }) => [id, endSeq ?? startSeq] as const),
  ])
