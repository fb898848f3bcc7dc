import { cardView } from './card.ts'
import { contractView } from './contract.ts'
import { type Effects, nothing } from './entry.ts'
import { oneOf, stringIn, textView } from './fields.ts'
import { languages } from './program.ts'

export const planEffects = {
  'plan-accept': (state, { turn, text, contract }, entry) => ({
    ...state,
    plan: textView(text, turn, entry),
    contract: contractView(contract, entry) ?? state.contract,
  }),
  'dataset-search': nothing,
  'dataset-accept': (state, { turn, program, language, code }, entry) => ({
    ...state,
    dataset: { ...textView(code, turn, entry), program: stringIn(program), language: oneOf(language, languages) ?? 'javascript' },
  }),
  'data-card': (state, { card }, entry) => ({ ...state, card: cardView(card, entry) ?? state.card }),
  'effect-note': nothing,
  'interpretation-accept': (state, { turn, text }, entry) => ({ ...state, interpretation: textView(text, turn, entry) }),
} satisfies Effects
