import { RoleMark } from '../../parts/role-mark.tsx'
import { plainWords } from '../../words/plain-words.ts'
import { useWords } from '../../words/use-words.ts'
import { spokenOf } from './reply-parts.ts'
import type { SpokenTurnView } from './speech-of.ts'
import { labWords } from './words.ts'

const linesShown = 8

/** Of a program that is being written, the end is where something happens; of one that is there, the beginning is told. */
const Code = ({ code, comes }: { code: string; comes: boolean }) => {
  const { speech } = useWords(labWords)
  const lines = code.split('\n')
  return (
    <>
      <p className="code-size">{comes ? speech.code(lines.length) : speech.beginning}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what overflows must be reachable by keyboard */}
      <pre tabIndex={0}>{(comes ? lines.slice(-linesShown) : lines.slice(0, linesShown)).join('\n')}</pre>
    </>
  )
}

/** Only the beginning of a long reply is here: a whole one ends as JSON does. */
const isCut = ({ reply, comes }: SpokenTurnView): boolean => !comes && reply.trimStart().startsWith('{') && !reply.trimEnd().endsWith('}')

/** One answer as it comes: its words large, a program small, and a caret while there is more to come. */
export const SpokenTurn = ({ spoken, does }: { spoken: SpokenTurnView; does: string }) => {
  const { speech, people } = useWords(labWords)
  const { roles } = useWords()
  const { command, words, code } = spokenOf(spoken.reply)
  const paragraphs = words.flatMap((text) => plainWords(text).split(/\n{2,}/)).filter((text) => text.trim() !== '')
  const name = spoken.seat > 0 ? people.seat(roles[spoken.role], spoken.seat + 1) : roles[spoken.role]
  const silent = paragraphs.length === 0 && code === undefined
  return (
    <div className="turn">
      <RoleMark role={spoken.role} size="large" />
      <div>
        <p className="by">
          <strong>{name}</strong> <span>{does}</span>
        </p>
        {paragraphs.map((text, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs only grow at the end
          <p key={index} className="says">
            {text}
            {isCut(spoken) && code === undefined && index === paragraphs.length - 1 && ' …'}
            {spoken.live && code === undefined && index === paragraphs.length - 1 && <span className="caret" aria-hidden="true" />}
          </p>
        ))}
        {code !== undefined && <Code code={code} comes={spoken.comes} />}
        {silent && (
          <p className="silent">
            {spoken.live ? speech.thinks : speech.wrote(command ?? '')}
            {spoken.live && <span className="caret" aria-hidden="true" />}
          </p>
        )}
      </div>
    </div>
  )
}
