import { join } from 'node:path'
import type { ActionEffects } from '../../agents/actions/action.ts'
import { agentsStream } from '../../core/names.ts'
import type { Model } from '../../models/model.ts'
import type { ModelsSettings } from '../../models/settings.ts'
import { openSourceStore, type SourceStore } from '../../store/source-store.ts'
import { cacheFolder } from '../cache-folder.ts'
import { databaseFile } from '../database-file.ts'
import type { Lab } from '../lab.ts'

export type OutsideInput = {
  lab: Lab
  signal: AbortSignal
  onProblem(message: string): void
}

/** What is used outside of any run: models, sources, programs. All of it is loaded when it is first wanted. */
export type Outside = {
  /** Throws GalError when the model cannot be had. `settings` go before those of the configuration. */
  openModel(spec: string, settings?: Partial<ModelsSettings>, fetch?: typeof globalThis.fetch): Promise<Model>
  /** The outside as actions may use it; a program gets the folder of this name. */
  effects(id: string): ActionEffects
  close(): void
}

export const createOutside = ({ lab, signal, onProblem }: OutsideInput): Outside => {
  const { config, machine, secret, shared } = lab
  const { now, random, tools, version } = machine
  let store: SourceStore | undefined

  const openSources = async () => {
    const { createSources, createDatasets } = await import('../../sources/index.ts')
    store ??= openSourceStore(databaseFile(config), now)
    const { limiter, cache } = store
    const userAgent = `gal/${version} (Godot Agent Laboratory)`
    const dependencies = { limiter, cache, fetch: machine.fetch, now, onProblem, userAgent }
    return { papers: createSources(config.sources, dependencies), datasets: createDatasets(config.sources, dependencies) }
  }
  let opened: ReturnType<typeof openSources> | undefined
  const sources = () => {
    opened ??= openSources()
    return opened
  }

  const runProgram: (id: string) => ActionEffects['runProgram'] = (id) => async (language, code) => {
    const [{ createSandbox }, { sandboxOf }, { isRehearsalProgram }] = await Promise.all([
      import('../../sandbox/index.ts'),
      import('../sandbox-of.ts'),
      import('../../models/rehearsal/index.ts'),
    ])
    const { seconds, 'memory-mib': memoryMiB, 'output-chars': outputChars } = config.experiments
    const folder = join(lab.folder(agentsStream), 'workspace', id)
    const files = { [language === 'python' ? 'main.py' : 'main.mjs']: code }
    const sandbox = createSandbox({ ...tools, trusts: isRehearsalProgram }, sandboxOf(config, machine))
    return sandbox.run({ language, files }, { folder, seconds, memoryMiB, outputChars }, signal, () => undefined)
  }

  return {
    async openModel(spec, settings = {}, fetch = machine.fetch) {
      const [{ openModel }, { createRehearsal }] = await Promise.all([
        import('../../models/index.ts'),
        import('../../models/rehearsal/index.ts'),
      ])
      const wanted = { ...config.models, model: spec, ...settings }
      return (
        await openModel(spec, wanted, secret, {
          createRehearsal,
          signal,
          random,
          fetch,
          cacheFolder: cacheFolder(machine.env),
          ...shared(wanted),
        })
      ).model
    },

    effects: (id) => ({
      searchPapers: async (query, limit) => (await sources()).papers.search(query, limit, signal),
      findPaper: async (paper) => (await sources()).papers.find(paper, signal),
      fetchText: async (paper) => (await sources()).papers.fetchText(paper, signal),
      searchDatasets: async (query) => (await sources()).datasets.search(query, signal),
      runs: () => lab.runs(),
      run: (name) => lab.summary(lab.find(name)),
      runProgram: runProgram(id),
    }),

    close: () => store?.close(),
  }
}
