import type { RunView } from '../../live/run-view.ts'
import { EntryNumber } from '../../parts/entry-number.tsx'
import { RoleMark } from '../../parts/role-mark.tsx'
import { Section } from '../../parts/section.tsx'
import { useWords } from '../../words/use-words.ts'
import { Announcer } from './announcer.tsx'
import { doingOf } from './doing.ts'
import { Nothing } from './nothing.tsx'
import { replyHead, saidBefore, speechOf } from './speech-of.ts'
import { SpokenTurn } from './spoken-turn.tsx'
import { useRoom } from './use-room.ts'
import { labWords } from './words.ts'
import './speech.css'

/** What is being said, word by word; while nobody speaks, what was said last. Below it, what others said before. */
export const Speech = ({ view }: { view: RunView }) => {
  const { run, state, speaking, driven, player } = view
  const words = useWords(labWords)
  const { roles } = useWords()
  const room = useRoom(driven && player.moment === null)
  const turns = speechOf(state, speaking)
  const shown = turns[0]
  const before = saidBefore(state, new Set(turns.map(({ turn }) => turn)))
  const title = shown && !shown.live ? words.speech.last : words.speech.title
  return (
    <Section className="speech" title={title} end={shown && <EntryNumber run={run} seq={shown.seq} />}>
      <Announcer state={state} />
      <div className="turns" ref={room}>
        {turns.length === 0 && <Nothing yet={words.speech.empty} />}
        {turns.map((spoken) => (
          <SpokenTurn key={spoken.turn} spoken={spoken} does={doingOf(spoken, words)} />
        ))}
      </div>
      {before.length > 0 && (
        <ul className="before" aria-label={words.speech.before}>
          {before.map(({ role, last }) => (
            <li key={role}>
              <RoleMark role={role} size="small" />
              <span>
                <span className="visually-hidden">{roles[role]}: </span>
                <q>{replyHead(last.said)}</q>
              </span>
              <EntryNumber run={run} seq={last.seq} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
