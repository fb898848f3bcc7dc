import type { ReadonlyState } from '../../core/state.ts'
import { clock } from './clock.ts'
import type { Paint, Style } from './paint.ts'
import type { Texts } from './texts/index.ts'
import type { Told, Tone } from './told.ts'

const styles: Record<Tone, Style> = { phase: 'bold', good: 'green', bad: 'red', ask: 'yellow', aside: 'dim', plain: 'reset' }
const marks: Record<Tone, string> = { phase: '▸', good: '✓', bad: '✗', ask: '!', aside: '·', plain: ' ' }

const widest = (titles: Readonly<Record<string, string>>): number => Math.max(...Object.values(titles).map((title) => title.length))

/** A line of the story: the time at work, a mark, who did it, and what. */
export const storyLine = ({ text, tone, who }: Told, state: ReadonlyState, texts: Texts, paint: Paint): string => {
  const name = (who ? texts.roles[who] : '').padEnd(widest(texts.roles))
  const time = paint('dim', clock(state.spent.seconds).padStart(7))
  const look = (part: string) => (tone === 'plain' ? part : paint(styles[tone], part))
  return `${time}  ${look(marks[tone])} ${who ? `${paint('cyan', name)}  ` : ''}${look(text)}`
}
