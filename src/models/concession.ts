import { complaintOf, type Refusal } from './fault-from-status.ts'
import type { LadderStep } from './ladder.ts'

/** What a server is asked for beyond plain text. */
export type Concession = {
  /**
   * `schema`: answers follow the turn's schema; `tool`: they are the arguments of a tool that takes it; `object`: they are some
   * JSON object; `off`: they are text.
   */
  format: 'schema' | 'tool' | 'object' | 'off'
  temperature: boolean
  /** Token counts at the end of a stream. */
  usage: boolean
}

const lessFormat = { schema: 'tool', tool: 'object', object: 'off', off: 'off' } as const

const steps: readonly { about: RegExp; asked(now: Concession): boolean; less(now: Concession): Concession }[] = [
  { about: /temperature/i, asked: ({ temperature }) => temperature, less: (now) => ({ ...now, temperature: false }) },
  { about: /stream_options|include_usage/i, asked: ({ usage }) => usage, less: (now) => ({ ...now, usage: false }) },
  {
    about: /\btools?\b|tool_choice|tool_config|function/i,
    asked: ({ format }) => format === 'tool',
    less: (now) => ({ ...now, format: lessFormat.tool }),
  },
  {
    about: /response_format|output_config|output_format|response_?mime|json|schema|grammar|structured/i,
    asked: ({ format }) => format !== 'off',
    less: (now) => ({ ...now, format: lessFormat[now.format] }),
  },
]

/** What to ask a server for after its refusal: less when it complains of something that was asked for, else the same (the same object). */
export const concede = (now: Concession, { status, body }: Refusal): Concession => {
  if (status !== 400 && status !== 422) return now
  const complaint = complaintOf(body)
  return steps.find(({ about, asked }) => about.test(complaint) && asked(now))?.less(now) ?? now
}

/** What a concession comes to on the ladder. */
export const stepOf = ({ format }: Concession): LadderStep => (format === 'object' || format === 'off' ? 'prompted' : format)
