import { IconButton } from '../../../parts/button.tsx'
import { useFormats } from '../../../words/format.ts'
import { useWords } from '../../../words/use-words.ts'
import { evidenceId, markId, usePaper } from '../paper-context.ts'
import { paperWords } from '../words.ts'
import { CitationPanel } from './citation-panel.tsx'
import { NumberPanel } from './number-panel.tsx'

type EvidencePanelProps = {
  /** Goes so many numbers on, and puts the focus there. */
  go(step: number): void
  close(): void
}

/** Beside the paper, or on a phone a sheet below it: where the chosen number or citation comes from. */
export const EvidencePanel = ({ go, close }: EvidencePanelProps) => {
  const { marks, chosen } = usePaper()
  const { panel, paper } = useWords(paperWords)
  const { number } = useFormats()
  const mark = chosen?.kind === 'number' ? marks[chosen.mark] : undefined
  if (!chosen)
    return (
      <aside className="evidence idle" id={evidenceId} aria-label={panel.title}>
        <p className="two">{panel.idle}</p>
        {marks.length > 0 && (
          <p className="three">
            <kbd>j</kbd> {panel.keys} <kbd>k</kbd> {panel.keysBefore}
          </p>
        )}
      </aside>
    )
  return (
    <aside className="evidence" id={evidenceId} aria-label={panel.title}>
      <div className="top">
        {mark && <a href={`#${markId(mark.mark)}`}>{panel.place(number(mark.mark + 1), number(marks.length))}</a>}
        {chosen.kind === 'citation' && <span>{paper.citation(String(chosen.number))}</span>}
        <span>
          {mark && <IconButton icon="previous" label={panel.before} onClick={() => go(-1)} />}
          {mark && <IconButton icon="next" label={panel.next} onClick={() => go(1)} />}
          <IconButton icon="close" label={panel.close} onClick={close} />
        </span>
      </div>
      {/* Another number is another panel: its scroll begins at the top. */}
      <div key={mark ? mark.mark : `c${chosen.kind === 'citation' ? chosen.number : ''}`}>
        {mark && <NumberPanel mark={mark} />}
        {chosen.kind === 'citation' && <CitationPanel number={chosen.number} />}
      </div>
    </aside>
  )
}
