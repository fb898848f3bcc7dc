import type { PhaseName, RoleName } from '../core/names.ts'
import type { Model } from './model.ts'
import type { ModelDeps, Opened, Secret } from './model-deps.ts'
import { openModel } from './open-model.ts'
import { createServers } from './servers.ts'
import type { ModelsSettings } from './settings.ts'
import { createSlots } from './slots.ts'

/** The models of a run: the one that speaks where nothing else is set, and who speaks for a role in a phase. */
export type Models = Opened & {
  /** One sentence for each model that differs from the main one. */
  others: string[]
  modelFor(role: RoleName, phase: PhaseName): Model
}

/**
 * Opens every model that the settings name, each once; the models of one Ollama server share its slots. A role's model goes
 * before its phase's, and that before the main one. Throws as openModel does, before anything runs.
 */
export const openModels = async (settings: ModelsSettings, secret: Secret, deps: ModelDeps): Promise<Models> => {
  const shared = { ollamaSlots: createSlots(settings.ollama.concurrency), servers: createServers(settings), ...deps }
  const open = (spec: string) => openModel(spec, settings, secret, shared)
  const main = await open(settings.model)
  const opened = new Map([[settings.model, main]])
  for (const spec of [...Object.values(settings.roles), ...Object.values(settings.phases)])
    if (!opened.has(spec)) opened.set(spec, await open(spec))
  return {
    ...main,
    others: [...opened.values()].slice(1).map(({ why }) => why),
    modelFor: (role, phase) => (opened.get(settings.roles[role] ?? settings.phases[phase] ?? settings.model) ?? main).model,
  }
}
