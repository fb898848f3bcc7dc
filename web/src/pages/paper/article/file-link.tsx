import { type MouseEvent, type ReactNode, useState } from 'react'
import { useRest } from '../../../live/use-live.ts'
import { useWords } from '../../../words/use-words.ts'
import { artifactPath, reportFolder } from '../data/run-path.ts'
import { saveFile } from '../data/save-file.ts'
import { usePaper } from '../paper-context.ts'
import { paperWords } from '../words.ts'

type FileLinkProps = {
  /** Relative to the report's folder, as links in the report are. */
  name: string
  children: ReactNode
}

/** Saves a file of the run. It is a link, so that it can be copied; a click fetches with the token. */
export const FileLink = ({ name, children }: FileLinkProps) => {
  const { view } = usePaper()
  const rest = useRest()
  const { notSaved } = useWords(paperWords)
  const [problem, setProblem] = useState<string>()
  const path = `${artifactPath(view.run, `${reportFolder}${name}`)}?download=1`
  const onClick = async (event: MouseEvent) => {
    event.preventDefault()
    setProblem(undefined)
    try {
      saveFile(await rest.blob(path), name)
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error))
    }
  }
  return (
    <>
      <a href={path} download onClick={onClick}>
        {children}
      </a>
      {problem !== undefined && (
        <span className="refused" role="alert">
          {notSaved(name)} {problem}
        </span>
      )}
    </>
  )
}
