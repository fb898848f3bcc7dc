import { codeChars } from '../agents/program.ts'
import { type Fallback, ownOr } from './stand-in.ts'

/** A program in every language that a program may be written in: it does nothing, and measures nothing. */
const nothing = '"No program that could be used was written for this turn, so this one does nothing."'

const fence = /```[^\n]*\n([\s\S]*?)```/

/** A model that writes its program beside the form is taken by it; else a program that measures nothing, and so is never the best. */
export const fencedProgram: Fallback = (_state, _turn, said) => ({
  command: 'write-program',
  args: { code: ownOr(fence.exec(said)?.[1] ?? '', { min: 20, max: codeChars }, nothing) },
})
