import type { PaperView } from '../../../../../src/core/viewer/viewer-state.ts'
import type { Agreement } from './agree.ts'
import type { Fact } from './fact.ts'
import type { Numeral } from './numeral.ts'

/** A text of the run in which somebody set something: a number that stands there was chosen, not measured. */
export type SettingText = { place: 'topic' | 'plan' | 'dataset' | 'program'; name: string; seq: number; text: string }

/** Something of which a run has so many. */
export type Count = {
  of: 'papers' | 'papers-found' | 'programs' | 'programs-failed' | 'reviews' | 'attempts' | 'attempt' | 'searches'
  value: number
  seqs: readonly number[]
}

/** Where a number comes from. Several, where several fit equally well. */
export type Source =
  | { type: 'fact'; fact: Fact; agrees: readonly Agreement[] }
  | { type: 'count'; count: Count }
  | { type: 'score'; of: 'review' | 'program' | 'report'; name: string; value: number; seq: number }
  | { type: 'top'; value: number }
  | { type: 'level'; value: number }
  | { type: 'setting'; setting: SettingText; line: string; at: number; text: string; words: readonly string[] }
  | { type: 'paper'; paper: PaperView; where: 'title' | 'note' | 'year' }

/** `year` and `label` (Figure 1) claim nothing that could be checked. */
export type TraceKind = 'measured' | 'derived' | 'setting' | 'paper' | 'year' | 'label' | 'unchecked'

export type Trace = Numeral & { kind: TraceKind; sources: readonly Source[] }
