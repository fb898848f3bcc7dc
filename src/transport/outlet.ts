import type { CloseReason, Limits } from './limits.ts'
import { encode, type ServerFrame } from './protocol.ts'

/** What a connection needs of its socket. `waiting` counts the bytes that were sent and not yet taken, `queued` the frames. */
export type Wire = {
  send(frame: Buffer): void
  waiting(): number
  queued(): number
  close(code: number, reason: string): void
}

/** How a connection is ended: the last frame, for those who know one, and the code. */
export type Parting = { frame?: Buffer; code: number }

export type OutletParts = {
  limits: Limits
  /** Told of every frame: a heartbeat is for silence only. */
  onSent(): void
  part(reason: CloseReason, why: string): Parting
}

/** The way to one viewer: sends without waiting, says when it should not, and ends a connection that takes nothing. */
export type Outlet = {
  send(frame: Buffer): void
  tell(frame: ServerFrame): void
  /** Whether so much waits for the viewer that no more should be read for it. */
  isFull(): boolean
  takesSignals(): boolean
  /** Takes leave and closes; nothing is sent after that. */
  end(reason: CloseReason, why: string): void
  isOpen(): boolean
  /** The connection is gone. */
  drop(): void
}

export const createOutlet = (wire: Wire, { limits, onSent, part }: OutletParts): Outlet => {
  let open = true
  let patience: NodeJS.Timeout | undefined

  const drop = () => {
    open = false
    clearTimeout(patience)
  }
  const end = (reason: CloseReason, why: string) => {
    if (!open) return
    drop()
    const { frame, code } = part(reason, why)
    if (frame) wire.send(frame)
    wire.close(code, reason)
  }
  const holdsTooMuch = () => wire.waiting() > limits.waiting || wire.queued() > limits.waitingFrames
  const lose = () => {
    patience = undefined
    if (holdsTooMuch()) end('slow', 'frames were not taken fast enough: come back and subscribe with after')
  }
  const isFull = () => {
    const full = holdsTooMuch()
    // After a stall of this process the timer is due before the socket had its turn: hence one more round.
    if (full && open) patience ??= setTimeout(() => setImmediate(lose), limits.patience).unref()
    if (!full) {
      clearTimeout(patience)
      patience = undefined
    }
    return full
  }
  const send = (frame: Buffer) => {
    if (!open) return
    wire.send(frame)
    isFull()
    onSent()
  }

  return {
    send,
    tell: (frame) => send(encode(frame)),
    isFull,
    takesSignals: () => open && wire.waiting() <= limits.waitingForSignals && wire.queued() <= limits.waitingFramesForSignals,
    end,
    isOpen: () => open,
    drop,
  }
}
