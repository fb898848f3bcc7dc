import type { Lab } from '../../api/index.ts'
import type { Io } from '../io.ts'
import { createJsonView } from './json-view.ts'
import { createPlainView } from './plain-view.ts'
import type { View } from './view.ts'

export type { View } from './view.ts'

/** Where a run is shown, and how: `json` for programs, `plain` for lines only. */
export type ViewInput = { io: Io; lab: Lab; run: string; json: boolean; plain: boolean }

/** The view of a run that fits where it is shown: JSON lines, plain lines, or plain lines above a live panel. */
export const createView = ({ io, lab, run, json, plain: _plain }: ViewInput): View => {
  if (json) return createJsonView(io, lab, run)
  return createPlainView(io, lab, run)
}
