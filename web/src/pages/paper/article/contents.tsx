import { useWords } from '../../../words/use-words.ts'
import { useSectionInView } from '../data/use-section-in-view.ts'
import { paperWords } from '../words.ts'

export type ContentsEntry = { id: string; title: string; written: boolean }

/** The sections of the paper; the one that is read is marked. Those that are not written yet are named as such. */
export const Contents = ({ entries }: { entries: readonly ContentsEntry[] }) => {
  const words = useWords(paperWords)
  const current = useSectionInView(entries)
  return (
    <nav className="toc" aria-label={words.contents}>
      <h2>{words.contents}</h2>
      {entries.map(({ id, title, written }) =>
        written ? (
          <a href={`#${id}`} aria-current={current === id ? 'true' : undefined} key={id}>
            {title}
          </a>
        ) : (
          <span className="unwritten" title={words.notWritten} key={id}>
            {title}
          </span>
        ),
      )}
    </nav>
  )
}
