import type { ReadonlyState } from '../../../core/state.ts'
import { flow, type Line } from '../span.ts'
import { sparkline } from '../sparkline.ts'
import type { Texts } from '../texts/index.ts'

/** Scores shown at most: the newest. */
const most = 16

const curve = (label: string, values: readonly number[], best: string): Line[] => {
  if (values.length === 0) return []
  const shown = values.slice(-most)
  return [
    [
      { text: `${label} `, style: 'dim' },
      { text: sparkline(shown), style: 'magenta' },
      { text: ` ${(shown.at(-1) ?? 0).toFixed(2)}` },
      { text: ` ${best} ${Math.max(...values).toFixed(2)}`, style: 'dim' },
    ],
  ]
}

/** How the scores of programs (to 1) and of drafts (to 10) have gone in this attempt. */
export const scores = ({ now }: ReadonlyState, texts: Texts, columns: number): Line[] => {
  const programs = Object.values(now.programs).flatMap(({ score }) => (score === undefined ? [] : [score]))
  const drafts = now.reportScores.map(({ score }) => score)
  return flow([...curve(texts.scores, programs, texts.best), ...curve(texts.drafts, drafts, texts.best)], columns, 3)
}
