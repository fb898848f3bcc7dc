import type { Check } from '../check.ts'
import { broken, ok, warning } from '../finding.ts'

const about = { id: 'config', name: 'config', needed: true }

export const config: Check = {
  id: 'config',
  name: 'config',
  run({ trouble, loaded, file }) {
    if (trouble) return [broken({ ...about, ...(trouble.hint ? { fix: trouble.hint } : {}) }, trouble.message)]
    if (file === undefined) return [ok(about, 'no config.yaml here: the defaults hold (gal init writes one)')]
    if (loaded.warnings.length === 0) return [ok(about, `${file} is valid`)]
    return [warning({ ...about, fix: 'see docs/reference/config.md' }, `${file} is valid, but ${loaded.warnings.join('; ')}`)]
  },
}
