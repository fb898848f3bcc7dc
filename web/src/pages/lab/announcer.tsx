import { useEffect, useRef, useState } from 'react'
import type { ViewerState } from '../../../../src/core/viewer/viewer-state.ts'
import { useWords } from '../../words/use-words.ts'
import { replyHead } from './speech-of.ts'
import { labWords } from './words.ts'

/** A screen reader that is told of every turn of a fast run would never come to an end. */
const leastPause = 4000

const sentence = (text: string): string => /^.{1,160}?[.!?](?=\s|$)/s.exec(text)?.[0] ?? text.slice(0, 160)

/** Says each turn that ended to screen readers: turns and not tokens, and the newest when they come thick. */
export const Announcer = ({ state }: { state: ViewerState }) => {
  const { speech } = useWords(labWords)
  const { roles } = useWords()
  const [latest] = state.people.flatMap(({ role, last }) => (last ? [{ role, last }] : [])).toSorted((a, b) => b.last.seq - a.last.seq)
  const told = latest
    ? speech.spoke(roles[latest.role], sentence(replyHead(latest.last.said)) || speech.wrote(latest.last.command ?? ''))
    : ''
  const [said, setSaid] = useState('')
  const first = useRef(told)
  const saidAt = useRef(0)
  useEffect(() => {
    // What was there when the page came is on the page; only what comes after is news.
    if (told === first.current) return
    const wait = Math.max(0, saidAt.current + leastPause - Date.now())
    const timer = setTimeout(() => {
      saidAt.current = Date.now()
      setSaid(told)
    }, wait)
    return () => clearTimeout(timer)
  }, [told])
  return (
    <p className="visually-hidden" aria-live="polite">
      {said}
    </p>
  )
}
