import { carryOutAgain } from '../agents/program.ts'
import type { Order } from '../phases/phase.ts'
import { openScope } from './abort-scope.ts'
import { createEffects } from './effects.ts'
import type { Journal } from './journal.ts'
import type { Parts } from './parts.ts'

/** Runs stored programs once more, each under a new id and in a clean folder, side by side. Interrupted, they leave the run open. */
export const runAgain = async (parts: Parts, journal: Journal, orders: readonly Order[], interrupt: AbortSignal): Promise<void> => {
  const scope = openScope(journal, interrupt)
  try {
    const effects = createEffects(parts, journal, scope.signal)
    const ends = await Promise.allSettled(
      orders.map(async (order) => {
        if (journal.state.now.programs[order.id]?.status === 'ok' || journal.state.now.programs[order.id]?.status === 'failed') return
        const end = await carryOutAgain(journal.state, order, effects)
        if (!scope.signal.aborted) journal.append(end)
      }),
    )
    const defect = ends.find((end) => end.status === 'rejected')
    if (defect) throw defect.reason
  } finally {
    scope.close()
  }
}
