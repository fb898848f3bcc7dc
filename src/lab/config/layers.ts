import { agentLaboratoryKeys } from './agentlab.ts'
import { isTree, type Setting, settingsFrom } from './settings.ts'

/** What one place gave: settings, and beside them what AgentLaboratory's keys there lead to. */
export type Layer = {
  settings: readonly Setting[]
  warnings: readonly string[]
  secrets: readonly (readonly [name: string, value: string])[]
}

const empty: Layer = { settings: [], warnings: [], secrets: [] }

export const joinLayers = (layers: readonly Layer[]): Layer => ({
  settings: layers.flatMap(({ settings }) => settings),
  warnings: layers.flatMap(({ warnings }) => warnings),
  secrets: layers.flatMap(({ secrets }) => secrets),
})

/** A key and its value. One of AgentLaboratory's keys becomes what it means here, but problems still call it by the name it was given. */
export const layerFromKey = (path: readonly string[], value: unknown, place: Setting['place']): Layer => {
  const [key = ''] = path
  const read = path.length === 1 ? agentLaboratoryKeys.get(key) : undefined
  if (!read) return { ...empty, settings: settingsFrom(path, value, place) }
  if (value === null || value === undefined) return empty
  const { settings = [], warning, secret } = read(value)
  const placeFor = (target: readonly string[]) => (target[0] === key ? place : () => place(path))
  return {
    settings: settings.flatMap((setting) => settingsFrom(setting.path, setting.value, placeFor(setting.path))),
    warnings: warning === undefined ? [] : [`${place(path)}: ${warning}`],
    secrets: secret ? [[secret.name, secret.value]] : [],
  }
}

/** A whole map of keys. AgentLaboratory's come first, so that gal's own key beside one of them has the last word. */
export const layerFromTree = (tree: unknown, place: Setting['place']): Layer => {
  if (!isTree(tree)) return empty
  const keys = Object.entries(tree)
  const theirs = keys.filter(([key]) => agentLaboratoryKeys.has(key))
  const ours = keys.filter(([key]) => !agentLaboratoryKeys.has(key))
  return joinLayers([...theirs, ...ours].map(([key, value]) => layerFromKey([key], value, place)))
}
