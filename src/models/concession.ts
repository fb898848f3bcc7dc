import { complaintOf, type Refusal } from './fault-from-status.ts'

/** What a server is asked for beyond plain text. */
export type Concession = {
  /** `schema`: answers follow the turn's schema; `object`: they are some JSON object; `off`: they are text. */
  format: 'schema' | 'object' | 'off'
  temperature: boolean
  /** Token counts at the end of a stream. */
  usage: boolean
}

const lessFormat = { schema: 'object', object: 'off', off: 'off' } as const

const steps: readonly { about: RegExp; asked(now: Concession): boolean; less(now: Concession): Concession }[] = [
  { about: /temperature/i, asked: ({ temperature }) => temperature, less: (now) => ({ ...now, temperature: false }) },
  { about: /stream_options|include_usage/i, asked: ({ usage }) => usage, less: (now) => ({ ...now, usage: false }) },
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
