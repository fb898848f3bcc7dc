import { firstWords } from '../beginning.ts'

/** A piece of a sentence. `said`: a model or a person wrote it; `told`: the viewer says it. */
export type Part = { text: string; voice: 'told' | 'said' }

/** What stands in a slot of a sentence. */
export type Slot = string | number | Part

/** The words of a model or a person, on one line. */
export const said = (value: unknown, chars?: number): Part => ({ text: firstWords(value, chars), voice: 'said' })

const told = (text: string): Part => ({ text, voice: 'told' })
const partOf = (slot: Slot | undefined): Part => (typeof slot === 'object' ? slot : told(String(slot ?? '')))

/** A sentence with its {slots} filled. A slot that nothing was given for stays empty. */
export const fill = (sentence: string, slots: Readonly<Record<string, Slot>> = {}): Part[] =>
  sentence
    .split(/\{(\w+)\}/)
    .map((piece, index) => (index % 2 === 0 ? told(piece) : partOf(slots[piece])))
    .filter(({ text }) => text !== '')
