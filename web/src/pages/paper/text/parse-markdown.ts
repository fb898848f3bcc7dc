import Markdown, { type Options } from 'react-markdown'
import remarkGfm from 'remark-gfm'
import { blocksOf, definitionsIn, type MarkdownNode } from './from-markdown.ts'
import type { Block } from './text-tree.ts'

type Plugins = NonNullable<Options['remarkPlugins']>

/**
 * Markdown (CommonMark and GitHub's tables, footnotes, struck text) as blocks. react-markdown brings the parser; a plugin at
 * its end takes the tree, and nothing is left for it to draw.
 */
export const parseMarkdown = (markdown: string): Block[] => {
  let tree: MarkdownNode = { type: 'root', children: [] }
  const take: Plugins[number] = () => (root: unknown) => {
    tree = root as MarkdownNode
    return { type: 'root' as const, children: [] }
  }
  Markdown({ children: markdown, remarkPlugins: [remarkGfm, take] })
  return blocksOf(tree.children ?? [], definitionsIn(tree))
}
