import { type PhaseName, phaseNames } from '../../../core/names.ts'
import type { ReadonlyState } from '../../../core/state.ts'
import type { Style } from '../paint.ts'
import { flow, type Line } from '../span.ts'
import type { Texts } from '../texts/index.ts'

type Standing = 'ahead' | 'running' | 'complete' | 'partial' | 'failed'
const looks: Record<Standing, { mark: string; style: Style }> = {
  ahead: { mark: '·', style: 'dim' },
  running: { mark: '▶', style: ['bold', 'cyan'] },
  complete: { mark: '✓', style: 'green' },
  partial: { mark: '~', style: 'yellow' },
  failed: { mark: '✗', style: 'red' },
}

/** Where a phase stands in the attempt that is going on: after going back, what lies behind is ahead again. */
const standingOf = ({ phase: at, next, outcome, ended }: ReadonlyState, phase: PhaseName): Standing => {
  if (at?.name === phase) return outcome ? 'partial' : 'running'
  const here = at?.name ?? next
  if (here !== undefined && here !== 'end' && phaseNames.indexOf(phase) >= phaseNames.indexOf(here)) return 'ahead'
  return ended.findLast((end) => end.phase === phase)?.outcome.kind ?? 'ahead'
}

/** The phases in order, each with where it stands and how often it was begun when more than once. */
export const strip = (state: ReadonlyState, texts: Texts, columns: number): Line[] => {
  const pieces = phaseNames.map((phase): Line => {
    const { mark, style } = looks[standingOf(state, phase)]
    const attempt = state.attempts[phase] ?? 0
    return [{ text: `${mark} ${texts.strip[phase]}${attempt > 1 ? ` ×${attempt}` : ''}`, style }]
  })
  return flow(pieces, columns)
}
