import { type ReactNode, useEffect, useMemo, useState } from 'react'
import { useLocation } from 'wouter'
import { useConnection } from './live/use-live.ts'
import { Bar, runHref } from './parts/bar.tsx'
import { BrokenPage } from './parts/broken-page.tsx'
import { Foot } from './parts/foot.tsx'
import { type Key, listenForKeys, useKeys } from './parts/keys.ts'
import { KeysDialog } from './parts/keys-dialog.tsx'
import { turnTheme } from './parts/theme.ts'
import { useWords } from './words/use-words.ts'

type FrameProps = {
  /** In the title of the window, before gal. */
  title: string
  run?: string
  topic?: string | undefined
  children: ReactNode
}

const usePageKeys = (run: string | undefined, onHelp: () => void) => {
  const { keys: words } = useWords()
  const [, go] = useLocation()
  const group = useMemo(() => {
    const anywhere: Key[] = [
      { keys: '?', says: words.help, press: onHelp },
      { keys: 'g r', says: words.runs, press: () => go('/') },
      { keys: 'g a', says: words.agents, press: () => go('/agents') },
      { keys: 't', says: words.theme, press: turnTheme },
    ]
    const ofRun: Key[] =
      run === undefined
        ? []
        : [
            { keys: 'g l', says: words.lab, press: () => go(runHref(run)) },
            { keys: 'g e', says: words.record, press: () => go(runHref(run, '/record')) },
            { keys: 'g p', says: words.paper, press: () => go(runHref(run, '/paper')) },
          ]
    return { title: words.anywhere, keys: [...anywhere, ...ofRun] }
  }, [words, run, go, onHelp])
  useKeys(group)
  useEffect(() => listenForKeys(document), [])
}

let shownPath: string | undefined

/** After a step to another page the focus is on its content and its beginning is seen, as when a page is loaded. */
const useArrival = (path: string) =>
  useEffect(() => {
    const arrives = shownPath !== undefined && shownPath !== path
    shownPath = path
    if (!arrives) return
    document.getElementById('main')?.focus({ preventScroll: true })
    if (location.hash === '') scrollTo(0, 0)
  }, [path])

/** What surrounds every page: skip link, bar, main, foot, and the list of keys. */
export const Frame = ({ title, run, topic, children }: FrameProps) => {
  const words = useWords()
  const [path] = useLocation()
  const { status } = useConnection()
  const [helps, setHelps] = useState(false)
  const openHelp = useMemo(() => () => setHelps(true), [])
  usePageKeys(run, openHelp)
  useArrival(path)
  useEffect(() => {
    document.title = `${title} · gal`
  }, [title])
  return (
    <>
      <a className="skip" href="#main">
        {words.skip}
      </a>
      <Bar run={run} topic={topic} />
      <main className={run !== undefined && status === 'lost' ? 'page stale' : 'page'} id="main" tabIndex={-1}>
        <BrokenPage key={path}>{children}</BrokenPage>
      </main>
      <Foot onKeys={openHelp} />
      {helps && <KeysDialog onClose={() => setHelps(false)} />}
    </>
  )
}
