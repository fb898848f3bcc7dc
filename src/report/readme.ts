import type { ReadText } from '../core/text.ts'
import type { Material } from './document.ts'
import { authorNotice } from './front.ts'
import { neutraliseUncited } from './neutralise.ts'
import { plain } from './plain.ts'

const listed = ['report.md', 'figures/', 'tables/results.csv', 'src/', 'bibliography.bib', 'reviews.json'] as const

/** The page that explains the folder: what the professor wrote of the run, then the files that are really there. */
export const renderReadme = ({ state, shown, labels, version }: Material, files: readonly string[], readText: ReadText): string => {
  const { readme } = shown.attempt
  const present = listed.filter((name) => files.some((file) => file === name || (name.endsWith('/') && file.startsWith(name))))
  const blocks = [
    `# ${plain(state.topic)}`,
    authorNotice(state, labels),
    readme === undefined ? labels.readme.none : neutraliseUncited(readText(readme)),
    `## ${labels.readme.files}`,
    present.map((name) => `- [${name}](${name}): ${labels.readme[name]}`).join('\n'),
    labels.madeBy(version),
  ]
  return `${blocks.filter(Boolean).join('\n\n')}\n`
}
