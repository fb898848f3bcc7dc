import { useWords } from '../../../words/use-words.ts'
import { reportFolder } from '../data/run-path.ts'
import { usePicture } from '../data/use-picture.ts'
import { usePaper } from '../paper-context.ts'
import { linkKind } from '../text/safe-link.ts'
import { paperWords } from '../words.ts'

/** A figure of the report. Only files of this run are shown: what lies elsewhere would tell somebody that it was read. */
export const Picture = ({ src, alt }: { src: string; alt: string }) => {
  const { view } = usePaper()
  const { figureMissing } = useWords(paperWords)
  const name = `${reportFolder}${src}`
  const own = linkKind(src) === 'file'
  const hash = own ? view.state.artifacts.findLast((artifact) => artifact.name === name)?.sha256 : undefined
  const { value, problem } = usePicture(view.run, name, hash)
  if (value !== undefined) return <img src={value} alt={alt} decoding="async" />
  if (own && hash !== undefined && !problem) return <span className="picture-waits" role="img" aria-label={alt} />
  return (
    <span className="picture-missing">
      {figureMissing(src)} {alt}
    </span>
  )
}
