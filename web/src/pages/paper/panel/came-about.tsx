import { EntryNumber } from '../../../parts/entry-number.tsx'
import { useWords } from '../../../words/use-words.ts'
import { usePaper } from '../paper-context.ts'
import type { Mark } from '../text/trace-report.ts'
import type { Source } from '../trace/source.ts'
import { paperWords } from '../words.ts'

type Step = { says: string; seq: number }

const mostSteps = 8

/** The entries that a number came through, from the program to the section. */
const useSteps = (mark: Mark, source: Source | undefined): Step[] => {
  const {
    view: { state },
    entries,
  } = usePaper()
  const words = useWords(paperWords)
  const { panel } = words
  const { roles } = useWords()
  const program = source?.type === 'fact' ? state.programs.find(({ id }) => id === source.fact.program) : undefined
  const section = [...state.sections, ...(state.bestSections ?? [])].find(({ turn }) => mark.evidence.includes(turn))
  const writer = state.people.find(({ last }) => last?.turn === section?.turn)
  const wrote = section?.seq ?? mark.evidence.flatMap((id) => entries.get(id) ?? [])[0]
  return [
    ...(program ? [{ says: panel.started(program.id), seq: program.startSeq }] : []),
    ...(program && program.endSeq !== null ? [{ says: panel.ended(program.id), seq: program.endSeq }] : []),
    ...(source?.type === 'setting' ? [{ says: words.places[source.setting.place], seq: source.setting.seq }] : []),
    ...(source?.type === 'score' ? [{ says: words.scores[source.of](source.name), seq: source.seq }] : []),
    ...(source?.type === 'count' ? source.count.seqs.slice(0, mostSteps).map((seq) => ({ says: words.counts[source.count.of], seq })) : []),
    ...(source?.type === 'paper' ? [{ says: source.paper.title, seq: source.paper.addedSeq ?? source.paper.foundSeq }] : []),
    ...(wrote === undefined ? [] : [{ says: writer ? panel.written(roles[writer.role]) : panel.writtenByTurn, seq: wrote }]),
  ]
}

export const CameAbout = ({ mark, source }: { mark: Mark; source: Source | undefined }) => {
  const { view } = usePaper()
  const { panel } = useWords(paperWords)
  const steps = useSteps(mark, source)
  if (steps.length === 0) return null
  return (
    <>
      <h3>{panel.came}</h3>
      <ul className="links">
        {steps.map(({ says, seq }) => (
          <li key={`${seq} ${says}`}>
            <span>{says}</span>
            <EntryNumber run={view.run} seq={seq} />
          </li>
        ))}
      </ul>
    </>
  )
}
