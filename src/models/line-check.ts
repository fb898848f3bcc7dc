import { createFault, type Fault } from '../core/fault.ts'
import { type Call, interrupt, type Told } from './call.ts'

/** Knows a provider's stream line by line: what to do with a line or what is wrong with it, and at the end what is missing. */
export type LineCheck = {
  line(text: string): Fault | 'pass' | 'drop'
  end(): Fault | undefined
  /** Filled while lines go by. */
  told?: Told
}

/** Longer than any honest line; what never breaks a line must not fill the memory. */
const longest = 8 * 1024 * 1024

/**
 * Lets through whole lines that passed the check, and breaks the stream at the first that did not: the provider's library
 * never meets garbage, half a line or a missing end.
 */
export const checkLines = (check: LineCheck, where: string, call: Call): TransformStream<Uint8Array, Uint8Array> => {
  const decoder = new TextDecoder()
  const encoder = new TextEncoder()
  let rest = ''
  if (check.told) call.told = check.told
  const pass = (lines: readonly string[], out: TransformStreamDefaultController<Uint8Array>) => {
    for (const line of lines) {
      const verdict = check.line(line.trim())
      if (typeof verdict === 'object') throw interrupt(call, verdict)
      if (verdict === 'pass') out.enqueue(encoder.encode(`${line}\n`))
    }
  }
  return new TransformStream({
    transform(bytes, out) {
      const lines = (rest + decoder.decode(bytes, { stream: true })).split('\n')
      rest = lines.pop() ?? ''
      if (rest.length > longest) throw interrupt(call, createFault('bad-output', `${where} sent a line without end`))
      pass(lines, out)
    },
    flush(out) {
      rest += decoder.decode()
      pass(rest === '' ? [] : [rest], out)
      const fault = check.end()
      if (fault) throw interrupt(call, fault)
    },
  })
}
