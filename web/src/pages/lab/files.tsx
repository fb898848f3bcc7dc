import { memo, useState } from 'react'
import type { ViewerState } from '../../../../src/core/viewer/viewer-state.ts'
import { Refused } from '../../live/rest.ts'
import { useRest } from '../../live/use-live.ts'
import { EntryNumber } from '../../parts/entry-number.tsx'
import { Section } from '../../parts/section.tsx'
import { useFormats } from '../../words/format.ts'
import { useWords } from '../../words/use-words.ts'
import { Nothing } from './nothing.tsx'
import { addressOf, save } from './save-file.ts'
import { labWords } from './words.ts'

/** The files that the run wrote. They are fetched with the token of this tab, which a plain link would not carry. */
export const Files = memo(({ run, artifacts }: { run: string; artifacts: ViewerState['artifacts'] }) => {
  const words = useWords(labWords)
  const rest = useRest()
  const { bytes } = useBytes()
  const [refused, setRefused] = useState<string | null>(null)
  const fetchFile = async (name: string) => {
    setRefused(null)
    try {
      save(await rest.blob(addressOf(run, name)), name)
    } catch (error) {
      setRefused(error instanceof Refused ? error.message : words.acts.failed)
    }
  }
  return (
    <Section title={words.files.title} note={artifacts.length > 0 ? words.files.count(artifacts.length) : undefined}>
      {artifacts.length === 0 && <Nothing yet={words.files.empty} />}
      <ul className="files">
        {artifacts.map(({ name, bytes: size, seq }) => (
          <li key={name}>
            <button type="button" className="file" onClick={() => fetchFile(name)}>
              {name.split('/').map((part, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a name never change places
                <span key={index}>
                  {index > 0 && '/'}
                  {index > 0 && <wbr />}
                  {part}
                </span>
              ))}
            </button>
            <span className="num three small">{bytes(size)}</span>
            <EntryNumber run={run} seq={seq} />
          </li>
        ))}
      </ul>
      <p className="refused" role="alert">
        {refused}
      </p>
    </Section>
  )
})

const units = ['B', 'kB', 'MB', 'GB'] as const

/** The size of a file, with at most one decimal. */
const useBytes = () => {
  const { number } = useFormats()
  const bytes = (size: number): string => {
    const power = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, size)) / 3)))
    const value = size / 1000 ** power
    return `${number(value, value < 10 && power > 0 ? 1 : 0)} ${units[power]}`
  }
  return { bytes }
}
