type Case = { blocks: boolean; driven: boolean; readOnly: boolean }

/** Which sentence says what an answer does: the name of one among the words of `needs`. */
export const whatFollows = ({ blocks, driven, readOnly }: Case): 'blocks' | 'goesOn' | 'idle' | 'idleBlocks' | 'idleWatched' => {
  if (driven) return blocks ? 'blocks' : 'goesOn'
  if (!blocks) return 'idle'
  return readOnly ? 'idleWatched' : 'idleBlocks'
}
