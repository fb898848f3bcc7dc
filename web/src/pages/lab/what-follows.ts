import type { QuestionView } from '../../../../src/core/viewer/viewer-state.ts'

type Case = { blocks: boolean; driven: boolean; readOnly: boolean }

/** Which sentence says what an answer does: the name of one among the words of `needs`. */
export const whatFollows = ({ blocks, driven, readOnly }: Case): 'blocks' | 'goesOn' | 'idle' | 'idleBlocks' | 'idleWatched' => {
  if (driven) return blocks ? 'blocks' : 'goesOn'
  if (!blocks) return 'idle'
  return readOnly ? 'idleWatched' : 'idleBlocks'
}

type Asking = { questions: readonly QuestionView[]; driven: boolean }

/** Whether an answer takes the run up again: nobody drives it, and it waits for this answer alone. */
export const resumesAfter = ({ questions, driven }: Asking, id: string): boolean => {
  const awaited = questions.filter(({ blocks, answer }) => blocks && answer === null)
  return !driven && awaited.length === 1 && awaited[0]?.id === id
}
