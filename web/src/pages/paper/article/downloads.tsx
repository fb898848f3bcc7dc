import { useFormats } from '../../../words/format.ts'
import { useWords } from '../../../words/use-words.ts'
import { reportFolder } from '../data/run-path.ts'
import { usePaper } from '../paper-context.ts'
import { paperWords } from '../words.ts'
import { FileLink } from './file-link.tsx'

type File = { name: string; bytes: number }

/** What most readers want, in this order; the others are under "all files". */
const first = [/^report\.md$/, /^bibliography\.bib$/, /^tables\//, /^figures\//, /^src\/main\./]

const Size = ({ bytes }: { bytes: number }) => {
  const { number } = useFormats()
  const text = bytes < 1000 ? `${number(bytes)} B` : bytes < 1e6 ? `${number(bytes / 1000, 1)} kB` : `${number(bytes / 1e6, 1)} MB`
  return <span className="num">{text}</span>
}

const List = ({ files }: { files: readonly File[] }) => (
  <ul className="files">
    {files.map(({ name, bytes }) => (
      <li key={name}>
        <FileLink name={name}>{name}</FileLink>
        <Size bytes={bytes} />
      </li>
    ))}
  </ul>
)

/** The files of the report to take away, with their sizes. */
export const Downloads = () => {
  const {
    view: { state },
  } = usePaper()
  const words = useWords(paperWords)
  const { number } = useFormats()
  const latest = new Map(state.artifacts.filter(({ name }) => name.startsWith(reportFolder)).map((file) => [file.name, file]))
  const files = [...latest.values()].map(({ name, bytes }) => ({ name: name.slice(reportFolder.length), bytes }))
  const ordered = first.flatMap((wanted) => files.filter(({ name }) => wanted.test(name)))
  if (files.length === 0) return null
  return (
    <section className="take-away" aria-label={words.takeAway}>
      <h2>{words.takeAway}</h2>
      <List files={ordered} />
      {files.length > ordered.length && (
        <details className="more">
          <summary>{words.allFiles(number(files.length))}</summary>
          <List files={files.filter((file) => !ordered.includes(file))} />
        </details>
      )}
    </section>
  )
}
