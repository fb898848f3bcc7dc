import { use } from 'react'
import type { PhaseName } from '../../../../src/core/names.ts'
import type { OpenTurnView, PersonView } from '../../../../src/core/viewer/viewer-state.ts'
import { EntryNumber } from '../../parts/entry-number.tsx'
import { RoleMark } from '../../parts/role-mark.tsx'
import { useFormats } from '../../words/format.ts'
import { useWords } from '../../words/use-words.ts'
import { doingOf, phaseOfTurn } from './doing.ts'
import { RunIsOver } from './nothing.tsx'
import { spokenOf } from './reply-parts.ts'
import { replyHead } from './speech-of.ts'
import { useLength } from './use-length.ts'
import { type LabWords, labWords } from './words.ts'

/** What a turn is at: while its command is carried out, that; when the model fails, why. */
const openSentence = (turn: OpenTurnView, words: LabWords): string => {
  if (turn.doing === 'failing') return words.people.fault(turn.fault ?? '')
  const doing = doingOf(turn, words)
  if (turn.doing === 'thinking') return doing
  const command = turn.said === null ? undefined : spokenOf(turn.said).command
  const carried = Object.entries(words.commands).find(([name]) => name === command)?.[1]
  return `${doing}, ${carried ?? words.people.carried}`
}

const OpenTurn = ({ turn, now, several }: { turn: OpenTurnView; now: number; several: boolean }) => {
  const words = useWords(labWords)
  const length = useLength()
  const sentence = openSentence(turn, words)
  return (
    <p className={turn.doing === 'failing' ? 'does fails' : 'does'}>
      <span>{several ? words.people.seat(sentence, turn.seat + 1) : sentence}</span>
      <time>{length((now - Date.parse(turn.since)) / 1000)}</time>
    </p>
  )
}

/** Someone without a turn: waits in the phase at work, or went away with an earlier one. */
const Idle = ({ person: { last, turns }, phase, now }: { person: PersonView; phase: PhaseName | null; now: number }) => {
  const { people } = useWords(labWords)
  const { phases } = useWords()
  const length = useLength()
  const over = use(RunIsOver)
  const uncalled = over ? people.never : people.notYet
  if (!last) return <p className="does">{turns > 0 ? people.unanswered : uncalled}</p>
  const left = phaseOfTurn(last.turn)
  const sentence =
    left === undefined || left === phase ? people.waiting : phase === null ? people.last(phases[left]) : people.away(phases[left])
  return (
    <p className="does">
      <span>{sentence}</span>
      {phase !== null && <time>{length((now - Date.parse(last.at)) / 1000)}</time>}
    </p>
  )
}

const Last = ({ person: { last } }: { person: PersonView }) => {
  const { people, speech } = useWords(labWords)
  if (!last) return null
  const said = replyHead(last.said)
  return (
    <p className="last">
      <span className="visually-hidden">{people.lastSaid}: </span>
      {said === '' ? <span className="two">{speech.wrote(last.command ?? '')}</span> : <q title={said}>{said}</q>}{' '}
      {last.fallback && <span className="bad">{people.fallback} </span>}
      {!last.ok && !last.fallback && <span className="bad">{people.refused} </span>}
    </p>
  )
}

type PersonProps = { run: string; person: PersonView; phase: PhaseName | null; now: number }

export const Person = ({ run, person, phase, now }: PersonProps) => {
  const { people } = useWords(labWords)
  const { roles } = useWords()
  const { short } = useFormats()
  const { open, role, turns, spent, last } = person
  const here = phase === null || (last !== null && phaseOfTurn(last.turn) === phase)
  return (
    <li className={open.length > 0 ? 'on' : here ? '' : 'away'}>
      <RoleMark role={role} />
      <div className="what">
        <p className="who">{roles[role]}</p>
        {open.length === 0 && <Idle person={person} phase={phase} now={now} />}
        {open.map((turn) => (
          <OpenTurn key={turn.turn} turn={turn} now={now} several={open.length > 1} />
        ))}
        <Last person={person} />
        {turns > 0 && (
          <p className="tally">
            <span>
              {people.turns(turns)}, {people.tokens(short(spent.input + spent.output))}
            </span>
            {last && <EntryNumber run={run} seq={last.seq} />}
          </p>
        )}
      </div>
    </li>
  )
}
