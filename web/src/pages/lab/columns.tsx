import type { RunView } from '../../live/run-view.ts'
import { useWords } from '../../words/use-words.ts'
import { Budget } from './budget.tsx'
import { Contract } from './contract.tsx'
import { Data } from './data.tsx'
import { Draft } from './draft.tsx'
import { Files } from './files.tsx'
import { RunIsOver } from './nothing.tsx'
import { Papers } from './papers.tsx'
import { People } from './people.tsx'
import { Programs } from './programs.tsx'
import { Reviews } from './reviews.tsx'
import { ScoreCurve } from './score-curve.tsx'
import { Searches } from './searches.tsx'
import { Speech } from './speech.tsx'
import { TextSection } from './texts.tsx'
import { Notes, Questions } from './told-by-people.tsx'
import { useClock } from './use-clock.ts'
import { useScored } from './use-scored.ts'
import { labWords } from './words.ts'
import './columns.css'

/** Who is there and what people told them; what is said and made; what it costs and rests on. */
export const Columns = ({ view }: { view: RunView }) => {
  const { run, state, entries, printing } = view
  const words = useWords(labWords)
  const now = useClock(view)
  const { attempt, best, programs } = state
  const scored = useScored(programs, entries)
  // A length is counted only while a program runs; else nothing about programs changes with time.
  const programsNow = programs.some(({ status }) => status === 'running') ? now : 0
  return (
    <RunIsOver value={state.outcome !== null}>
      <div className="lab">
        <div className="c-people">
          <People run={run} people={state.people} phase={state.phase} now={now} />
          <div className="told-by-people">
            <Questions run={run} questions={state.questions} />
            <Notes run={run} notes={state.notes} />
            <Files run={run} artifacts={state.artifacts} />
          </div>
        </div>
        <div className="c-main">
          <Speech view={view} />
          <Programs
            run={run}
            programs={programs}
            leftOut={state.programsLeftOut ?? 0}
            attempt={attempt}
            contract={state.contract}
            best={best}
            scored={scored}
            printing={printing}
            now={programsNow}
          />
          <TextSection run={run} title={words.plan.title} text={state.plan} empty={words.plan.empty}>
            {state.contract && <Contract contract={state.contract} />}
          </TextSection>
          <Data run={run} dataset={state.dataset} card={state.card} programs={programs} attempt={attempt} />
          <TextSection run={run} title={words.interpretation.title} text={state.interpretation} empty={words.interpretation.empty} />
          <Draft run={run} sections={state.sections} scores={state.reportScores} attempt={attempt} />
          <Reviews run={run} reviews={state.reviews} decision={state.decision} attempt={attempt} />
        </div>
        <div className="c-side">
          <ScoreCurve
            run={run}
            curve={state.curve}
            programs={programs}
            over={state.outcome !== null}
            whole={state.programsLeftOut === undefined}
            startedAt={state.startedAt}
            best={best}
            measure={state.contract?.evaluation === 'hold-out' ? state.contract.metric : undefined}
            now={programsNow}
          />
          <Budget view={view} />
          <Papers run={run} papers={state.papers} />
          <Searches run={run} searches={state.searches} />
        </div>
      </div>
    </RunIsOver>
  )
}
