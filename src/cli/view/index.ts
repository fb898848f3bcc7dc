import type { Lab } from '../../api/index.ts'
import type { Io } from '../io.ts'
import { createJsonView } from './json-view.ts'
import { createLiveView } from './live-view.ts'
import { createPlainView } from './plain-view.ts'
import type { View } from './view.ts'

export type { View } from './view.ts'

/** Where a run is shown, and how: `json` for programs, `plain` for lines only. */
export type ViewInput = { io: Io; lab: Lab; run: string; json: boolean; plain: boolean }

/** The view of a run that fits where it is shown: JSON lines, plain lines, or plain lines above a live panel. */
export const createView = ({ io, lab, run, json, plain }: ViewInput): View => {
  if (json) return createJsonView(io, lab, run)
  const dumb = io.env.TERM === 'dumb'
  return plain || dumb || !io.isTerminal ? createPlainView(io, lab, run) : createLiveView(io, lab, run, Date.now)
}
