import { createHash } from 'node:crypto'
import { applyPatch, readPatch } from '../../src/agents/patch.ts'
import { patchBetween, writePatch } from '../../src/agents/testing/patch-between.ts'
import { oneOf } from './chance.ts'
import type { Grammar } from './grammar/choices.ts'
import { drawFault } from './grammar/faults.ts'
import { drawGenome, type Genome, nameOf, neighboursOf } from './grammar/genome.ts'
import { writeProgram } from './grammar/write.ts'

/** A program as it was written, and what its writer meant by it. `answer` is the patch that made it of another; none for a draft. */
export type Draft = { text: string; genome: Genome; hash: string; answer?: string }

/** What stands in for the engineer: 30 of 100 programs and edits are faulty, and 70 of 100 repairs take the fault away. */
const habits = { faulty: 0.3, mends: 0.7 }

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')

/** What an answer with SEARCH/REPLACE blocks makes of a text. */
const patched = (text: string, answer: string): string => {
  const read = readPatch(answer)
  const made = 'problem' in read ? read : applyPatch(text, read.blocks)
  if ('problem' in made) throw new Error(made.problem)
  return made.text
}

/** Writes programs of a grammar by chance. An edit differs from its program in one choice, and was not written in this search before. */
export const proposerOf = (grammar: Grammar, random: () => number) => {
  const written = (genome: Genome, faulty: boolean): string => {
    const sound = writeProgram(grammar, genome)
    return faulty ? drawFault(random).put(sound) : sound
  }
  const edit = (from: Draft, genome: Genome, text: string): Draft => {
    if (text === from.text) return { text, genome, hash: from.hash, answer: writePatch([]) }
    const answer = writePatch(patchBetween(from.text, text))
    const made = patched(from.text, answer)
    return { text: made, genome, hash: hashOf(made), answer }
  }
  return {
    draft(): Draft {
      const genome = drawGenome(grammar, random)
      const text = written(genome, random() < habits.faulty)
      return { text, genome, hash: hashOf(text) }
    },
    improve(from: Draft, tried: ReadonlySet<string>): Draft {
      const near = neighboursOf(grammar, from.genome)
      const left = near.map((place) => place.filter((genome) => !tried.has(nameOf(genome)))).filter((place) => place.length)
      const genome = oneOf(oneOf(left.length ? left : near, random), random)
      return edit(from, genome, written(genome, random() < habits.faulty))
    },
    repair: (from: Draft): Draft => edit(from, from.genome, written(from.genome, random() >= habits.mends)),
  }
}
