import type { Budgets } from '../lab/budget.ts'
import type { Config } from '../lab/config.ts'
import type { Parts, Settings, Signal } from '../lab/parts.ts'
import { loadPrompts } from '../lab/prompts.ts'
import type { Conduct } from '../lab/run.ts'
import { sparing } from '../lab/sparing.ts'
import { type Models, openModels } from '../models/index.ts'
import type { Model } from '../models/model.ts'
import { asProbed } from '../models/probe.ts'
import { createRehearsal, isRehearsalProgram } from '../models/rehearsal/index.ts'
import type { Shared } from '../models/shared.ts'
import { createSandbox, describePython, packagesToTell, tellPython } from '../sandbox/index.ts'
import { createDatasets, createSources, createTables, type SourcesDependencies } from '../sources/index.ts'
import { cacheFolder } from './cache-folder.ts'
import { checkKind, promptFolders } from './check-start.ts'
import type { Machine } from './machine.ts'
import { readProbes } from './probes.ts'
import { sandboxOf } from './sandbox-of.ts'

/** The part of a configuration that steers the drive of a run whose files lie in `folder`. */
const settingsOf = (config: Config, folder: string): Settings => ({
  language: config.language,
  phases: config.phases as Settings['phases'],
  budget: config.budget as Budgets,
  gates: config.gates,
  taskNotes: config['task-notes'],
  waitSeconds: config.people['wait-seconds'],
  questions: config.people.questions,
  temperature: config.models.temperature,
  maxTokens: config.models['max-tokens'],
  price: config.models.price,
  program: {
    language: config.experiments.language,
    seconds: config.experiments.seconds,
    memoryMiB: config.experiments['memory-mib'],
    outputChars: config.experiments['output-chars'],
  },
  folder,
})

/** The same settings, with notes for those who write programs. */
const withNotes = (settings: Settings, notes: readonly string[]): Settings => ({
  ...settings,
  taskNotes: {
    ...settings.taskNotes,
    ...Object.fromEntries(
      (['data-preparation', 'running-experiments'] as const).map((phase) => [phase, [...(settings.taskNotes[phase] ?? []), ...notes]]),
    ),
  },
})

/** What the engineers are told of the Python that their programs run on; nothing where they write none. */
const pythonNotes = async ({ experiments }: Config, { tools }: Machine, signal: AbortSignal): Promise<string[]> =>
  experiments.language === 'python' ? [tellPython(await describePython(tools, packagesToTell(experiments.packages), signal))] : []

export type OpenParts = {
  config: Config
  folder: string
  machine: Machine
  secret(name: string): string | undefined
  /** What these models share with others of this process. */
  shared: Shared
  stores: Pick<SourcesDependencies, 'limiter' | 'cache'>
  interrupt: AbortSignal
  onSignal(signal: Signal): void
  /** Told in a sentence of what is wrong but not fatal: a source that is down, a call that is tried again. */
  onProblem(message: string): void
}

/** Chooses everything that a driver works with. Throws GalError before anything runs when something is missing. */
export const openParts = async ({
  config,
  folder,
  machine,
  secret,
  shared,
  stores,
  interrupt,
  onSignal,
  onProblem,
}: OpenParts): Promise<{ parts: Parts; model: Conduct['model'] }> => {
  const { now, random, fetch, tools, version } = machine
  const wanted = { ...config.models, model: config.model }
  const models = await openModels(wanted, secret, {
    ...shared(wanted),
    createRehearsal,
    cacheFolder: cacheFolder(machine.env),
    signal: interrupt,
    random,
    fetch,
    onRetry: ({ model, attempt, waitMs, fault }) =>
      onProblem(`${model}: ${fault.message}; try ${attempt} in ${Math.ceil(waitMs / 1000)} s`),
  })
  const probes = readProbes(machine.env)
  const known = new Map<Model, Model>()
  const modelFor: Models['modelFor'] = (role, phase) => {
    const model = models.modelFor(role, phase)
    const seen = known.get(model) ?? asProbed(model, probes.get(model.name))
    known.set(model, seen)
    return seen
  }
  const dependencies = { ...stores, fetch, now, onProblem, userAgent: `gal/${version} (Godot Agent Laboratory)` }
  const sandbox = createSandbox({ ...tools, trusts: isRehearsalProgram }, sandboxOf(config, machine))
  const settings = sparing(settingsOf(config, folder), models.model)
  const rehearsed = modelFor('ml-engineer', 'running-experiments').name.startsWith('rehearsal')
  checkKind(config, rehearsed)
  const parts: Parts = {
    prompts: loadPrompts(promptFolders(config)),
    model: modelFor,
    source: createSources(config.sources, dependencies),
    datasets: createDatasets(config.sources, dependencies),
    tables: createTables(config.sources, dependencies),
    sandbox,
    signal: onSignal,
    now,
    settings: rehearsed
      ? { ...settings, program: { ...settings.program, language: 'javascript' } }
      : withNotes(settings, await pythonNotes(config, machine, interrupt)),
  }
  const { name, parameters } = models.model
  return { parts, model: { name, why: models.why, ...(parameters === undefined ? {} : { parameters }) } }
}
