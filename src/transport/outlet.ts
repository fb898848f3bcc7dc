import { type CloseReason, closeCodes, type Limits } from './limits.ts'
import { encode, type ServerFrame } from './protocol.ts'

/** What a connection needs of its socket. `waiting` counts the bytes that were sent and not yet taken. */
export type Wire = {
  send(frame: Buffer): void
  waiting(): number
  close(code: number, reason: string): void
}

/** The way to one viewer: sends without waiting, says when it should not, and ends a connection that takes nothing. */
export type Outlet = {
  send(frame: Buffer): void
  tell(frame: ServerFrame): void
  /** Whether so much waits for the viewer that no more should be read for it. */
  isFull(): boolean
  takesSignals(): boolean
  /** Says bye and closes; nothing is sent after that. */
  end(reason: CloseReason, why: string): void
  isOpen(): boolean
  /** The connection is gone. */
  drop(): void
}

/** @param onSent is told of every frame: a heartbeat is for silence only */
export const createOutlet = (wire: Wire, limits: Limits, onSent: () => void): Outlet => {
  let open = true
  let patience: NodeJS.Timeout | undefined

  const drop = () => {
    open = false
    clearTimeout(patience)
  }
  const end = (reason: CloseReason, why: string) => {
    if (!open) return
    drop()
    const code = closeCodes[reason]
    wire.send(encode({ type: 'bye', code, reason: why }))
    wire.close(code, reason)
  }
  const lose = () => {
    patience = undefined
    if (wire.waiting() > limits.waiting) end('slow', 'frames were not taken fast enough: come back and subscribe with after')
  }
  const isFull = () => {
    const full = wire.waiting() > limits.waiting
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
    takesSignals: () => open && wire.waiting() <= limits.waitingForSignals,
    end,
    isOpen: () => open,
    drop,
  }
}
