import { useWords } from '../../../words/use-words.ts'
import { markId, usePaper } from '../paper-context.ts'
import type { Mark } from '../text/trace-report.ts'
import type { Source } from '../trace/source.ts'
import { paperWords } from '../words.ts'

const sameFact = (one: Source | undefined, other: Source | undefined): boolean =>
  one?.type === 'fact' && other?.type === 'fact' && one.fact === other.fact && one.fact.measure !== null

/** Other places of the paper where the same fact is told; each leads there. */
export const AlsoIn = ({ mark }: { mark: Mark }) => {
  const { marks, choose } = usePaper()
  const { panel } = useWords(paperWords)
  const same = marks.filter((other) => other.mark !== mark.mark && sameFact(other.sources[0], mark.sources[0]))
  if (same.length === 0) return null
  const go = (other: Mark) => {
    choose({ kind: 'number', mark: other.mark })
    document.getElementById(markId(other.mark))?.focus()
  }
  return (
    <>
      <h3>{panel.alsoIn}</h3>
      <p className="also-in">
        {same.map((other) => (
          <button type="button" className="text-button" key={other.mark} onClick={() => go(other)}>
            {other.title}: {other.text}
          </button>
        ))}
      </p>
    </>
  )
}
