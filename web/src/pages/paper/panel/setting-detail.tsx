import { plainWords } from '../../../words/plain-words.ts'
import { useWords } from '../../../words/use-words.ts'
import type { Source } from '../trace/source.ts'
import { wordsWith } from '../trace/words-near.ts'
import { paperWords } from '../words.ts'

const reach = 110

/** The line in which somebody set a number, with the number lit. */
export const SettingDetail = ({ source, length }: { source: Extract<Source, { type: 'setting' }>; length: number }) => {
  const { panel, places } = useWords(paperWords)
  const { line, at, setting, words } = source
  const [from, to] = [Math.max(0, at - reach), at + length + reach]
  const isProse = setting.place === 'plan' || setting.place === 'topic'
  const shown = (text: string): string => (isProse ? plainWords(text) : text)
  const alike = wordsWith(words, line)
  return (
    <>
      <h3>
        <span>{panel.stands}</span>
        <span className="two">{setting.name || places[setting.place]}</span>
      </h3>
      <p className={isProse ? 'quoted' : 'quoted code'}>
        {from > 0 && '…'}
        {shown(line.slice(from, at))}
        <mark>{line.slice(at, at + length)}</mark>
        {shown(line.slice(at + length, to))}
        {to < line.length && '…'}
      </p>
      {alike.length > 0 && <p className="three">{panel.words(alike.join(', '))}</p>}
    </>
  )
}
