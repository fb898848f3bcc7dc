/** How a run stands, as people are told. `interrupted`: nobody drives it, and nobody asked for that; `gal resume` takes it up. */
export const runStatuses = ['running', 'waiting', 'paused', 'stopped', 'interrupted', 'ended'] as const
export type RunStatus = (typeof runStatuses)[number]

type Asked = { readonly blocks: boolean; readonly answer?: unknown }

/** What decides how a run stands: of the state, or of what viewers are shown. Nothing is undefined or null. */
export type Standing = {
  readonly outcome: object | null | undefined
  readonly questions: Readonly<Record<string, Asked>> | readonly Asked[]
  /** Who asked for it. */
  readonly pausing: string | null | undefined
  readonly stopping: string | null | undefined
}

/** `driven`: a living process holds the run. */
export const statusOf = ({ outcome, questions, pausing, stopping }: Standing, driven: boolean): RunStatus => {
  if (outcome) return 'ended'
  if (Object.values(questions).some(({ blocks, answer }: Asked) => blocks && !answer)) return 'waiting'
  if (driven) return 'running'
  if (stopping) return 'stopped'
  return pausing ? 'paused' : 'interrupted'
}
