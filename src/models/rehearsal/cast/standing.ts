import type { SectionName } from '../../../core/names.ts'
import { headOf } from '../../../core/text.ts'
import type { Piece } from './pieces.ts'
import type { Scene } from './scene.ts'

/** A section as it stands in the run: whole, unless somebody wrote a very long one. Empty when it is not written. */
export const standing = ({ facts }: Scene, section: SectionName): string => headOf(facts.now.report.sections[section] ?? '')

/** Whether a section has this paragraph already. */
export const isThere = (scene: Scene, { section, text }: Piece): boolean => standing(scene, section).includes(text)
