import { EventType } from '@ag-ui/core'
import type { ViewerState } from '../../../core/viewer/viewer-state.ts'
import type { AgUiEvent } from './event.ts'

/** Something that a person said to a run: its topic or a note. */
export type Said = { id: string; text: string }

export const topicId = 'topic'
export const noteId = (seq: number): string => `note-${seq}`

/** All that people said to a run, in order. */
export const saidBy = ({ topic, notes }: Pick<ViewerState, 'topic' | 'notes'>): Said[] => [
  { id: topicId, text: topic },
  ...notes.map(({ seq, text }) => ({ id: noteId(seq), text })),
]

/** A whole message of a person. */
export const personSays = ({ id, text }: Said, name?: string): AgUiEvent[] => [
  { type: EventType.TEXT_MESSAGE_START, messageId: id, role: 'user', ...(name === undefined ? {} : { name }) },
  { type: EventType.TEXT_MESSAGE_CONTENT, messageId: id, delta: text },
  { type: EventType.TEXT_MESSAGE_END, messageId: id },
]
