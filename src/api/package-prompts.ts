import { join } from 'node:path'

/** The prompts that come with gal. */
export const packagePrompts = join(import.meta.dirname, '../../prompts')
