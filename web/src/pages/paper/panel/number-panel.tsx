import { useFormats } from '../../../words/format.ts'
import { useWords } from '../../../words/use-words.ts'
import { usePaper } from '../paper-context.ts'
import type { Mark } from '../text/trace-report.ts'
import type { Source } from '../trace/source.ts'
import { type PaperWords, paperWords } from '../words.ts'
import { AlsoIn } from './also-in.tsx'
import { CameAbout } from './came-about.tsx'
import { FactDetail } from './fact-detail.tsx'
import { saySource } from './say-fact.ts'
import { SettingDetail } from './setting-detail.tsx'

const Detail = ({ source, mark }: { source: Source; mark: Mark }) => {
  if (source.type === 'fact') return <FactDetail fact={source.fact} />
  if (source.type === 'setting') return <SettingDetail source={source} length={source.text.length} />
  return source.type === 'paper' && source.where === 'note' ? (
    <p className="quoted" lang="en">
      {source.paper.note.includes(mark.text) ? source.paper.note : source.paper.title}
    </p>
  ) : null
}

const Why = ({ source }: { source: Source }) => {
  const { panel } = useWords(paperWords)
  if (source.type !== 'fact' || source.agrees.length === 0) return null
  return (
    <p className="three">
      {panel.agrees} {source.agrees.map((one) => panel.agreement[one]).join(', ')}.
    </p>
  )
}

/** What a number is; the line in which one was set stands below, with the number lit. */
const means = (source: Source, words: PaperWords): string =>
  source.type === 'setting' ? `${words.places[source.setting.place]}.` : saySource(source, words)

/** Where a number comes from: what it is, the values behind it, the way to it, and whatever else fits as well. */
export const NumberPanel = ({ mark }: { mark: Mark }) => {
  const { view } = usePaper()
  const words = useWords(paperWords)
  const { number } = useFormats()
  const [source, ...others] = mark.sources
  const program = source?.type === 'fact' ? source.fact.program : undefined
  return (
    <>
      <output className="found">
        <p className="value">{mark.text}</p>
        <p className="means">{source ? means(source, words) : words.panel.uncheckedWhy}</p>
      </output>
      <p>
        <span className={`verdict ${mark.kind}`}>{words.kind[mark.kind === 'label' ? 'unchecked' : mark.kind]}</span>{' '}
        {program !== undefined && <span className="two mono-id">{words.panel.by(program)}</span>}
      </p>
      {source && <Why source={source} />}
      {source && <Detail source={source} mark={mark} />}
      <CameAbout mark={mark} source={source} />
      {others.length > 0 && (
        <>
          <h3>{words.panel.alsoFits(number(others.length))}</h3>
          <ul className="others" lang={view.state.language}>
            {others.map((other) => (
              <li key={JSON.stringify([saySource(other, words), other.type === 'fact' ? other.fact.program : ''])}>
                {saySource(other, words)}
                {other.type === 'fact' && other.fact.program !== program && <span className="three mono-id"> {other.fact.program}</span>}
              </li>
            ))}
          </ul>
        </>
      )}
      <AlsoIn mark={mark} />
    </>
  )
}
