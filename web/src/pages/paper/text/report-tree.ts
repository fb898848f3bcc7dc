import type { SectionName } from '../../../../../src/core/names.ts'
import type { Labels } from '../../../../../src/report/labels/index.ts'
import { type Block, type Inline, plainText } from './text-tree.ts'

/** The ids of turns and programs that something follows from, and the file that shows it. */
export type Evidence = { ids: readonly string[]; file: string }
/** Blocks that follow from the same evidence. */
export type Part = { blocks: readonly Block[]; evidence: Evidence | null }
export type SectionKind = SectionName | keyof Labels['heads'] | 'other'
export type ReportSection = { kind: SectionKind; title: string; parts: readonly Part[] }
export type Report = { title: string; front: readonly Block[]; sections: readonly ReportSection[] }

const turnId = /^[a-z-]+\.\d+\.\d+(?:\.\d+)*$/

/** The line below a block: `*[evidence: id, id](file)*`. In which language the word is does not matter. */
const evidenceOf = (block: Block): Evidence | undefined => {
  if (block.kind !== 'paragraph' || block.children.length !== 1) return undefined
  const [emphasis] = block.children
  if (emphasis?.kind !== 'emphasis' || emphasis.children.length !== 1) return undefined
  const [link] = emphasis.children
  if (link?.kind !== 'link') return undefined
  const { ids } = /^[\p{L} ]+:\s*(?<ids>.+)$/u.exec(plainText(link.children))?.groups ?? {}
  const named = ids?.split(/,\s*/) ?? []
  return named.length > 0 && named.every((id) => turnId.test(id)) ? { ids: named, file: link.href } : undefined
}

const partsOf = (blocks: readonly Block[]): Part[] => {
  const parts: Part[] = []
  let open: Block[] = []
  for (const block of blocks) {
    const evidence = evidenceOf(block)
    if (evidence === undefined) {
      open.push(block)
      continue
    }
    parts.push({ blocks: open, evidence })
    open = []
  }
  return open.length > 0 ? [...parts, { blocks: open, evidence: null }] : parts
}

const kindOf = (title: string, { sections, heads }: Labels): SectionKind => {
  const named = Object.entries({ ...sections, ...heads }).find(([, label]) => label === title)
  return (named?.[0] as SectionKind | undefined) ?? 'other'
}

const isHead = (block: Block, depth: number): block is Extract<Block, { kind: 'heading' }> =>
  block.kind === 'heading' && block.depth === depth

const titleOf = (children: readonly Inline[]): string => plainText(children).trim()

/** The blocks of a report in gal's form: a title, what stands above the abstract, and sections of level 2, as their labels name them. */
export const readReport = (blocks: readonly Block[], labels: Labels): Report => {
  const heads = blocks.flatMap((block, place) => (isHead(block, 2) ? [place] : []))
  const top = blocks.slice(0, heads[0] ?? blocks.length)
  const [title] = top.filter((block) => isHead(block, 1))
  const sections = heads.map((place, order) => {
    const head = blocks[place]
    const name = head?.kind === 'heading' ? titleOf(head.children) : ''
    return { kind: kindOf(name, labels), title: name, parts: partsOf(blocks.slice(place + 1, heads[order + 1])) }
  })
  return { title: title?.kind === 'heading' ? titleOf(title.children) : '', front: top.filter((block) => !isHead(block, 1)), sections }
}
