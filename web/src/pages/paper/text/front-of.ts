import type { Labels } from '../../../../../src/report/labels/index.ts'
import { type Block, plainText } from './text-tree.ts'

/**
 * What stands above the abstract, without what the page says itself: the notice of a rehearsal, the model, the outcome. What is
 * left says that the report is about another attempt than the last.
 */
export const frontOf = (front: readonly Block[], { models, noModel }: Labels): Block[] =>
  front.filter((block) => {
    if (block.kind !== 'paragraph') return false
    const text = plainText(block.children)
    return block.children[0]?.kind !== 'strong' && text !== noModel && !text.startsWith(models(''))
  })
