import type { Flag, FlagScene } from './flag.ts'
import { identicalProgram, identicalResults } from './identical.ts'
import { constant, notFinite, seedsIgnored } from './over-seeds.ts'
import { leak, tooGood } from './too-good.ts'

export type { Flag, FlagKind, FlagScene, Measured } from './flag.ts'

const kinds: readonly ((scene: FlagScene) => Flag[])[] = [
  identicalProgram,
  identicalResults,
  constant,
  notFinite,
  tooGood,
  seedsIgnored,
  leak,
]

/** What should be looked at before a program's results are believed, from its rows and the others' alone. */
export const flagsOf = (scene: FlagScene): Flag[] => kinds.flatMap((flagged) => flagged(scene))
