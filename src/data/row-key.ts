import { hashOf } from '../core/canonical.ts'
import { type Cell, withoutCell } from './table.ts'

/** The same for rows whose features are equal, and for no others: SHA-256 of all cells but the target's. */
export const featureKey = (row: readonly Cell[], target: number | undefined): string => hashOf(JSON.stringify(withoutCell(row, target)))
