import { useWords } from '../words/use-words.ts'
import { LanguageSwitch } from './language-switch.tsx'

/** At the foot of every page: what this is, the keys, the language. */
export const Foot = ({ onKeys }: { onKeys: () => void }) => {
  const { tagline, keys } = useWords()
  return (
    <footer className="foot">
      <span>{tagline}</span>
      <button className="foot-link no-print" type="button" onClick={onKeys}>
        <kbd>?</kbd> {keys.short}
      </button>
      <LanguageSwitch />
    </footer>
  )
}
