import type { Adapter } from './context.ts'
import { agents } from './routes/agents.ts'
import { descriptions } from './routes/descriptions.ts'
import { health } from './routes/health.ts'
import { metrics } from './routes/metrics.ts'
import { models } from './routes/models.ts'
import { pages } from './routes/pages.ts'
import { predict } from './routes/predict.ts'
import { runArtifacts } from './routes/run-artifacts.ts'
import { runChanges } from './routes/run-changes.ts'
import { runEvents } from './routes/run-events.ts'
import { runs } from './routes/runs.ts'

const parts: readonly Adapter[] = [descriptions, metrics, health, runs, runChanges, runEvents, runArtifacts, agents, predict, models, pages]

/** The pages of the viewer, and REST. */
export const rest: Adapter = async (app, context) => {
  for (const part of parts) await part(app, context)
}
