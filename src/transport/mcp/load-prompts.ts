import type { LabControl } from '../lab-control.ts'
import { type LoadedPrompt, loadPrompt, packagePrompts } from './prompt.ts'
import { prompts } from './prompts.ts'

/** All prompts with their words: from the lab's own folders, else those that come with gal. */
export const loadPrompts = ({ promptFolders = [packagePrompts] }: Pick<LabControl, 'promptFolders'>): LoadedPrompt[] =>
  prompts.map((prompt) => loadPrompt(prompt, promptFolders))
