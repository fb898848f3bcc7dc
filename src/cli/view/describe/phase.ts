import { phaseNames } from '../../../core/names.ts'
import type { Outcome } from '../../../core/outcome.ts'
import type { Texts } from '../texts/index.ts'
import { type Tone, words } from '../told.ts'
import { type Tellers, untold } from './teller.ts'

const tones: Record<Outcome['kind'], Tone> = { complete: 'good', partial: 'ask', failed: 'bad' }

const ending = (phase: string, outcome: Outcome, texts: Texts): string => {
  if (outcome.kind === 'complete') return texts.phaseComplete(phase)
  return (outcome.kind === 'partial' ? texts.phasePartial : texts.phaseFailed)(phase, words(outcome.why, 300))
}

export const phaseTellers: Tellers<'phase-start' | 'role-brief' | 'turns-condense' | 'phase-end'> = {
  'phase-start': ({ phase, attempt }, { texts }) => ({ text: texts.phaseStart(texts.phases[phase], attempt), tone: 'phase' }),
  'role-brief': untold,
  'turns-condense': ({ role, seat }, { texts }) => ({ text: texts.condensed, tone: 'aside', who: { role, seat } }),
  'phase-end': ({ phase, outcome, next }, { texts }) => {
    const text = ending(texts.phases[phase], outcome, texts)
    const back = next !== 'end' && phaseNames.indexOf(next) <= phaseNames.indexOf(phase)
    return { text: back ? texts.back(text, texts.phases[next]) : text, tone: back ? 'ask' : tones[outcome.kind] }
  },
}
