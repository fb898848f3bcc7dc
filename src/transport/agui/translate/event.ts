import type { AGUIEvent } from '@ag-ui/core'

/** An event as AG-UI has it. */
export type AgUiEvent = AGUIEvent
