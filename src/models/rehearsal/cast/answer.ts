import type { Scene } from './scene.ts'

/** A command with its arguments, as the roles' commands declare them. A text stands for a reply that is no command. */
export type Answer = { command: string } & Readonly<Record<string, unknown>>

/** What each ask of a phase is answered with. */
export type Answers = Readonly<Record<string, (scene: Scene) => Answer | string>>

/** Words for the other one in the phase. */
export const say = (...sentences: readonly string[]): Answer => ({ command: 'dialogue', text: sentences.filter(Boolean).join(' ') })
