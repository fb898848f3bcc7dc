import { createViewerState, foldViewer } from '../../../src/core/viewer/fold.ts'
import type { ViewerState } from '../../../src/core/viewer/viewer-state.ts'
import type { StoredEvent } from '../../../src/store/event-log.ts'
import type { RunSummary } from '../../../src/transport/lab-control.ts'
import { createCheckpoints } from './checkpoints.ts'
import { createPlayer } from './create-player.ts'
import { createEntryList } from './entry-list.ts'
import { type Frames, oncePerFrame } from './frames.ts'
import { loadEntries, runPath } from './load-entries.ts'
import { Refused, type Rest } from './rest.ts'
import type { RunView } from './run-view.ts'
import { onEntry, onSignal, silence } from './sayings.ts'
import { createSnapshotParts } from './snapshot-parts.ts'
import { createStore } from './store.ts'
import type { Follower, RunFrame, Wire } from './wire.ts'

/** A run on its way to the page: first undefined, then a view of it, or what was wrong. */
export type RunShown = { view: RunView | undefined; problem: Refused | undefined }
export type RunStore = {
  get(): RunShown
  subscribe(listener: () => void): () => void
  close(): void
}
export type RunStoreParts = { rest: Rest; wire: Wire; frames: Frames }

/** How long earlier entries are folded in one go, in ms, and how many between two looks at the clock: the page stays quick meanwhile. */
const [foldedFor, foldedAtOnce] = [5, 25]
/** How often to look whether somebody still drives the run, in ms: a driver that was killed leaves no entry. */
const lookEvery = 10_000
const retryAfter = 3000

const tellsOfDriver: ReadonlySet<string> = new Set(['run-start', 'run-resume', 'run-halt', 'run-end'])

/** Brings one run to the page and keeps it there: state first, then live entries, then the earlier ones behind them. */
export const createRunStore = (run: string, { rest, wire, frames }: RunStoreParts): RunStore => {
  const shown = createStore<RunShown>({ view: undefined, problem: undefined })
  const ending = new AbortController()
  const list = createEntryList((seq) => rest.json<StoredEvent>(`${runPath(run)}/events/${seq}`))
  const checkpoints = createCheckpoints(createViewerState(run), foldViewer, list.at)
  const join = createSnapshotParts()
  let head: ViewerState | undefined
  let sayings = silence
  let driven = false
  /** The state at a moment whose entries are not here yet, as the server tells it. */
  let told: { seq: number; state: ViewerState | undefined } | undefined
  let [loading, folding, behind] = [false, false, false]
  const timers = new Set<ReturnType<typeof setTimeout>>()

  const later = (milliseconds: number, work: () => void) => {
    const timer = setTimeout(() => {
      timers.delete(timer)
      work()
    }, milliseconds)
    timers.add(timer)
  }
  const fail = (problem: unknown) => {
    if (ending.signal.aborted || !(problem instanceof Refused)) return
    shown.set({ ...shown.get(), problem })
  }

  const askFor = (seq: number) => {
    told = { seq, state: told?.state }
    rest
      .json<ViewerState>(`${runPath(run)}/state?at=${seq}`, { signal: ending.signal })
      .then((state) => {
        if (told?.seq === seq) told = { seq, state }
        draw.ask()
      })
      // The entries themselves are on their way too, and tell the same.
      .catch(() => undefined)
  }
  const stateAt = (moment: number, live: ViewerState): ViewerState => {
    if (moment >= live.seq) return live
    if (moment <= checkpoints.reach()) return checkpoints.at(moment)
    if (told?.seq !== moment) askFor(moment)
    return told?.state ?? live
  }

  const draw = oncePerFrame(frames, () => {
    if (!head || ending.signal.aborted) return
    const before = shown.get().view
    const now = player.get()
    const isLive = now.moment === null
    const view: RunView = {
      run,
      state: now.moment === null ? head : stateAt(now.moment, head),
      head,
      entries: list.view(),
      speaking: isLive ? sayings.speaking : silence.speaking,
      printing: isLive ? sayings.printing : silence.printing,
      driven,
      player: now,
    }
    const same = before && (Object.keys(view) as (keyof RunView)[]).every((key) => view[key] === before[key])
    if (!same) shown.set({ view, problem: undefined })
  })
  const player = createPlayer(list, frames, draw.ask)

  const foldOn = () => {
    folding = false
    if (ending.signal.aborted || checkpoints.reach() >= list.loaded()) return
    const end = frames.now() + foldedFor
    do checkpoints.extend(list.loaded(), foldedAtOnce)
    while (checkpoints.reach() < list.loaded() && frames.now() < end)
    if (player.get().moment !== null) draw.ask()
    if (checkpoints.reach() >= list.loaded()) return
    folding = true
    later(0, foldOn)
  }
  const fold = () => {
    if (!folding) foldOn()
  }
  const load = async () => {
    if (loading) return
    loading = true
    const onPage = () => {
      fold()
      draw.ask()
    }
    await loadEntries(rest, run, list, ending.signal, onPage).catch(() => later(retryAfter, load))
    loading = false
  }
  const lookForDriver = () => {
    rest
      .json<RunSummary>(runPath(run), { signal: ending.signal })
      .then((summary) => {
        driven = summary.driver !== null
        draw.ask()
      })
      // The badge says that the server is lost; what was known stays.
      .catch(() => undefined)
  }

  const takeEntry = (entry: StoredEvent) => {
    if (!head || entry.seq <= head.seq) return
    if (entry.seq !== head.seq + 1) {
      // Asked once for a gap: what is on its way meanwhile has the same gap before it.
      if (!behind) wire.again(follower)
      behind = true
      return
    }
    behind = false
    head = foldViewer(head, entry)
    list.put([entry])
    sayings = onEntry(sayings, entry)
    if (tellsOfDriver.has(entry.event.type)) lookForDriver()
    fold()
  }
  const takeSnapshot = (state: ViewerState) => {
    head = state
    list.reach(state.seq)
    sayings = silence
    void load()
  }
  const takes: { [Type in RunFrame['type']]: (frame: Extract<RunFrame, { type: Type }>) => void } = {
    event: ({ seq, pos, at, event }) => takeEntry({ run, seq, pos, at, event: event as StoredEvent['event'] }),
    signal: ({ key, data }) => {
      sayings = onSignal(sayings, key, data)
    },
    snapshot: (frame) => {
      const state = join(frame)
      if (state) takeSnapshot(state)
    },
    'caught-up': () => {
      behind = false
      lookForDriver()
      void load()
    },
  }
  const follower: Follower = {
    run,
    after: () => head?.seq ?? 0,
    take(frame) {
      ;(takes[frame.type] as (frame: RunFrame) => void)(frame)
      draw.ask()
    },
  }

  let unfollow: () => void = () => undefined
  const beginWith = (state: ViewerState) => {
    takeSnapshot(state)
    draw.ask()
    unfollow = wire.follow(follower)
  }
  const begin = () => {
    rest
      .json<ViewerState>(`${runPath(run)}/state`, { signal: ending.signal })
      .then(beginWith)
      .catch((problem: unknown) => {
        // A state that the server cannot make is folded here, from the first entry on.
        if (problem instanceof Refused && problem.status >= 500) return beginWith(createViewerState(run))
        fail(problem)
        if (problem instanceof Refused && problem.status === 0) later(retryAfter, begin)
      })
  }
  begin()
  const look = setInterval(() => {
    if (head && !head.outcome) lookForDriver()
  }, lookEvery)

  return {
    get: shown.get,
    subscribe: shown.subscribe,
    close() {
      ending.abort()
      unfollow()
      clearInterval(look)
      for (const timer of timers) clearTimeout(timer)
      draw.cancel()
      player.close()
    },
  }
}
