import { type Language, languages, setLanguage, useLanguage } from '../words/language.ts'
import { useWords } from '../words/use-words.ts'

const all = Object.entries(languages) as [Language, string][]

export const LanguageSwitch = () => {
  const { language } = useWords()
  const chosen = useLanguage()
  return (
    <fieldset className="langs no-print" aria-label={language}>
      {all.map(([code, name]) => (
        <button key={code} type="button" lang={code} aria-pressed={code === chosen} onClick={() => setLanguage(code)}>
          {name}
        </button>
      ))}
    </fieldset>
  )
}
