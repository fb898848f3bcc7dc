import { createContext, useCallback, useContext, useEffect, useState, useSyncExternalStore } from 'react'
import type { Live } from './live.ts'
import type { Refused, Rest } from './rest.ts'
import type { RunShown, RunStore } from './run-store.ts'
import type { Connection, RunView } from './run-view.ts'
import type { Send } from './wire.ts'

export const LiveContext = createContext<Live | undefined>(undefined)

const useLive = (): Live => {
  const live = useContext(LiveContext)
  if (!live) throw new Error('a page was drawn outside LiveContext')
  return live
}

const nothing: RunShown = { view: undefined, problem: undefined }
const never = () => () => undefined

/** A part of what is shown of a run: drawn again only when the part is another one. */
const useRunPart = <Part>(run: string, select: (shown: RunShown) => Part): Part => {
  const live = useLive()
  const [held, setHeld] = useState<{ run: string; store: RunStore }>()
  useEffect(() => {
    const { store, release } = live.hold(run)
    setHeld({ run, store })
    return release
  }, [live, run])
  const store = held?.run === run ? held.store : undefined
  return useSyncExternalStore(store?.subscribe ?? never, () => select(store?.get() ?? nothing))
}

/** A run as the page shows it; undefined until its state is here. */
export const useRunView = (run: string): RunView | undefined => useRunPart(run, ({ view }) => view)

/** What was wrong with fetching a run, while there is nothing of it to show. */
export const useRunProblem = (run: string): Refused | undefined => useRunPart(run, ({ view, problem }) => (view ? undefined : problem))

/** What a run is to find out; undefined until its state is here. */
export const useRunTopic = (run: string): string | undefined => useRunPart(run, ({ view }) => view?.head.topic)

/** How the page stands to its server. */
export const useConnection = (): Connection => {
  const { wire } = useLive()
  return useSyncExternalStore(wire.connection.subscribe, wire.connection.get)
}

/** Sends a command without its id, as in `send({ type: 'run.pause', run })`; rejects with Refused and the server's words. */
export const useSend = (): Send => useLive().wire.send

/** The server's REST, with the token of this tab: artifacts, agents, the start of a run. */
export const useRest = (): Rest => useLive().rest

/** Tries at once to reach a server that was lost. */
export const useTryNow = (): (() => void) => {
  const { wire } = useLive()
  return useCallback(() => wire.tryNow(), [wire])
}
