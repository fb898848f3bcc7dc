import { setImmediate, setTimeout } from 'node:timers/promises'
import { GalError } from '../core/error.ts'
import type { EventFrames } from './event-frame.ts'
import type { Outlet } from './outlet.ts'
import { type Page, type Pages, positionIn } from './pages.ts'
import { refusalFrame } from './result-frame.ts'

/** How a run is followed: texts over `cut` characters are cut, and `before` goes ahead of the events. */
export type Manner = { cut?: number | undefined; before?: readonly Buffer[] }

/** How far a viewer has been told of a run, or of `*`. */
type Cursor = { run: string; at: number; cut: number | undefined; before: readonly Buffer[]; caughtUp: boolean }

export type Viewer = {
  /** Follows a run, or `*`, after a position, instead of where it followed it before; `wake` sends the first rows. */
  follow(run: string, after: number, manner?: Manner): void
  unfollow(run: string): void
  /** Sends what the log holds beyond the cursors. May be called at any time. */
  wake(): void
  signal(run: string, frame: Buffer): void
  /** Where each subscription stands. */
  heads(): Record<string, number>
  frameOut: number
}

export type ViewerParts = {
  pages: Pages
  frameOf: EventFrames
  outlet: Outlet
  frameOut: number
  onDefect(error: unknown): void
}

/** How long to wait before asking again whether a viewer has taken what waits for it, in milliseconds. */
const pause = 20

/**
 * Sends one viewer the rows of its subscriptions: each subscription keeps a cursor, and whatever it is woken by, it goes on
 * from there. So the stored and the live events are one stream without a gap or a double.
 */
export const createViewer = ({ pages, frameOf, outlet, frameOut, onDefect }: ViewerParts): Viewer => {
  const cursors = new Map<string, Cursor>()
  let pumping = false
  let more = false

  const isCurrent = (cursor: Cursor): boolean => outlet.isOpen() && cursors.get(cursor.run) === cursor

  const room = async () => {
    while (outlet.isOpen() && outlet.isFull()) await setTimeout(pause)
  }
  const sendBefore = async (cursor: Cursor) => {
    for (const frame of cursor.before) {
      if (outlet.isFull()) await room()
      if (!isCurrent(cursor)) return
      outlet.send(frame)
    }
    cursor.before = []
  }
  /** The next page of a subscription. One that comes to a row that cannot be read is over; the others go on. */
  const nextPage = ({ run, at }: Cursor): Page | undefined => {
    try {
      return pages.read(run, at)
    } catch (error) {
      if (!(error instanceof GalError) || error.code !== 'bad-record') throw error
      cursors.delete(run)
      const message = `${run} is followed no longer after ${at}: ${error.message}`
      outlet.send(refusalFrame((bounded) => ({ type: 'error', ...bounded }), { code: error.code, message }, viewer.frameOut))
      return undefined
    }
  }
  /** Sends the next page; gives whether there may be another. */
  const sendPage = async (cursor: Cursor): Promise<boolean> => {
    const { run, cut } = cursor
    if (cursor.before.length > 0) await sendBefore(cursor)
    if (!isCurrent(cursor)) return false
    const page = nextPage(cursor)
    if (!page) return false
    for (const row of page.rows) {
      if (outlet.isFull()) await room()
      if (!isCurrent(cursor)) return false
      outlet.send(frameOf(row, viewer.frameOut, cut))
      cursor.at = positionIn(run, row)
    }
    cursor.at = page.end
    if (page.more) return true
    if (!cursor.caughtUp && isCurrent(cursor)) {
      cursor.caughtUp = true
      outlet.tell(run === '*' ? { type: 'caught-up', run, pos: cursor.at } : { type: 'caught-up', run, seq: cursor.at })
    }
    return false
  }
  const pump = async () => {
    pumping = true
    try {
      while (more && outlet.isOpen()) {
        more = false
        for (const cursor of [...cursors.values()]) if (isCurrent(cursor) && (await sendPage(cursor))) more = true
        if (more) await setImmediate()
      }
    } finally {
      // In the same breath as the last look at `more`: a wake that comes later starts a new pump.
      pumping = false
    }
  }
  const fail = (error: unknown) => {
    onDefect(error)
    outlet.end('defect', 'the log could not be read')
  }

  const viewer: Viewer = {
    frameOut,
    follow(run, after, { cut, before = [] } = {}) {
      cursors.set(run, { run, at: after, cut, before, caughtUp: false })
    },
    unfollow(run) {
      cursors.delete(run)
    },
    wake() {
      more = true
      if (!pumping) pump().catch(fail)
    },
    signal(run, frame) {
      const cursor = cursors.get(run) ?? cursors.get('*')
      if (cursor?.caughtUp && outlet.takesSignals() && frame.length <= viewer.frameOut) outlet.send(frame)
    },
    heads: () => Object.fromEntries([...cursors.values()].map(({ run, at }) => [run, at])),
  }
  return viewer
}
