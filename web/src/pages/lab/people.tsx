import { memo } from 'react'
import type { PhaseName } from '../../../../src/core/names.ts'
import type { PersonView } from '../../../../src/core/viewer/viewer-state.ts'
import { Section } from '../../parts/section.tsx'
import { useWords } from '../../words/use-words.ts'
import { Person } from './person.tsx'
import { labWords } from './words.ts'
import './people.css'

type PeopleProps = { run: string; people: readonly PersonView[]; phase: PhaseName | null; now: number }

/** The six, each with what it does and for how long, and what it said last. */
export const People = memo(({ run, people, phase, now }: PeopleProps) => {
  const words = useWords(labWords).people
  return (
    <Section title={words.title}>
      <ul className="people">
        {people.map((person) => (
          <Person key={person.role} run={run} person={person} phase={phase} now={now} />
        ))}
      </ul>
    </Section>
  )
})
