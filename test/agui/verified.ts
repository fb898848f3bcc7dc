import { type BaseEvent, enforceEvents, runHttpRequest, transformHttpEventStream, verifyEvents } from '@ag-ui/client'
import { vi } from 'vitest'
import type { AgUiEvent } from '../../src/transport/agui/translate/event.ts'

/** Events as they go over the wire. */
export const asStream = (events: readonly AgUiEvent[]): Response =>
  new Response(events.map((event) => `data: ${JSON.stringify(event)}\n\n`).join(''), { headers: { 'content-type': 'text/event-stream' } })

/**
 * What the client of AG-UI says against a stream; undefined when it takes all of it. Its reader, its schemas and its verifier see
 * the events in turn. A field that the protocol does not have is warned of by the client, and counts here.
 */
export const refusalOf = async (events: readonly AgUiEvent[]): Promise<string | undefined> => {
  const warned: string[] = []
  const warn = vi.spyOn(console, 'warn').mockImplementation((...words) => void warned.push(words.join(' ')))
  const read = transformHttpEventStream(runHttpRequest(async () => asStream(events)))
  const verified = verifyEvents()(enforceEvents()(read))
  const taken: BaseEvent[] = []
  try {
    return await new Promise<string | undefined>((resolve) => {
      verified.subscribe({
        next: (event) => void taken.push(event),
        error: (error: unknown) => resolve(`after ${taken.at(-1)?.type}: ${error}`),
        complete: () => resolve(taken.length === events.length ? warned[0] : `${taken.length} of ${events.length} events arrived`),
      })
    })
  } finally {
    warn.mockRestore()
  }
}
