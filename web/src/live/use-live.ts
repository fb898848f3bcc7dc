import { createContext, useCallback, useContext, useEffect, useState, useSyncExternalStore } from 'react'
import type { Live } from './live.ts'
import type { Rest } from './rest.ts'
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

/** A run and what was wrong with fetching it. The view is undefined until its state is here. */
export const useRunShown = (run: string): RunShown => {
  const live = useLive()
  const [held, setHeld] = useState<{ run: string; store: RunStore }>()
  useEffect(() => {
    const { store, release } = live.hold(run)
    setHeld({ run, store })
    return release
  }, [live, run])
  const store = held?.run === run ? held.store : undefined
  return useSyncExternalStore(store?.subscribe ?? never, store?.get ?? (() => nothing))
}

/** A run as the page shows it; undefined until its state is here. */
export const useRunView = (run: string): RunView | undefined => useRunShown(run).view

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
