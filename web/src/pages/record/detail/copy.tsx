import { useState } from 'react'
import { Button } from '../../../parts/button.tsx'
import { useWords } from '../../../words/use-words.ts'
import { recordWords } from '../words.ts'

/** Copies a text, and says what came of it. */
export const Copy = ({ name, text }: { name: string; text: () => string }) => {
  const words = useWords(recordWords)
  const [said, setSaid] = useState('')
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text())
      setSaid(words.copied)
    } catch {
      setSaid(words.notCopied) // A browser may forbid it, or the page came without https.
    }
  }
  return (
    <span className="copy">
      <Button kind="quiet" onClick={copy}>
        {name}
      </Button>
      <output className="small two">{said}</output>
    </span>
  )
}
