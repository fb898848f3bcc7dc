import Markdown, { type Components } from 'react-markdown'
import { Link } from 'wouter'
import type { TextView } from '../../../../src/core/viewer/viewer-state.ts'
import { entryHref } from '../../parts/entry-number.tsx'
import { useWords } from '../../words/use-words.ts'
import { labWords } from './words.ts'
import './written.css'

const allowed = ['p', 'strong', 'em', 'ul', 'ol', 'li', 'code', 'pre', 'blockquote', 'br', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']

const Head: Components['h1'] = ({ children }) => (
  <p>
    <strong>{children}</strong>
  </p>
)
/** A text of a role must not break the order of the page's own heads. */
const components: Components = { h1: Head, h2: Head, h3: Head, h4: Head, h5: Head, h6: Head }

/** A text that a role wrote, or its beginning with a way to the whole. Markdown is drawn; HTML, links and images in it are not. */
export const Written = ({ run, text }: { run: string; text: Pick<TextView, 'seq' | 'head' | 'chars'> }) => {
  const { whole } = useWords(labWords)
  const cut = text.chars > text.head.length
  return (
    <div className="written">
      <Markdown allowedElements={allowed} unwrapDisallowed skipHtml components={components}>
        {cut ? `${text.head.trimEnd()} …` : text.head}
      </Markdown>
      {cut && (
        <p className="whole">
          <Link href={entryHref(run, text.seq)}>{whole}</Link>
        </p>
      )}
    </div>
  )
}
