import { z } from 'zod'

const statuses = ['ok', 'warning', 'missing', 'broken'] as const

/** What gal doctor says of one thing. Ids stay: programs go by them. */
export const finding = z.strictObject({
  id: z
    .string()
    .regex(/^[\w./:-]+$/)
    .describe('such as node, python.numpy, server.groq or secret.GROQ_API_KEY; it never changes'),
  name: z.string().min(1).describe('in a word or two, for people'),
  status: z
    .enum(statuses)
    .describe(
      'ok: tried, and it works; warning: it works, and less well than it could; missing: it is not there; broken: it is there and does not work',
    ),
  needed: z.boolean().describe('whether something that is configured cannot do without it'),
  what: z.string().min(1).describe('what was found'),
  fix: z.string().optional().describe('what to do about it'),
})
export type Finding = z.infer<typeof finding>

/** The whole of `gal doctor --json`. */
export const findings = z.array(finding)

type Told = Pick<Finding, 'id' | 'name'> & Partial<Pick<Finding, 'needed' | 'fix'>>

const made =
  (status: Finding['status']) =>
  ({ needed = false, fix, ...about }: Told, what: string): Finding => ({
    ...about,
    status,
    needed,
    what,
    ...(fix === undefined || status === 'ok' ? {} : { fix }),
  })

export const ok = made('ok')
export const warning = made('warning')
export const missing = made('missing')
export const broken = made('broken')
