import { readFileSync } from 'node:fs'

/** One section of Godot's own file format: `key=value`, values as Godot writes them, texts without their quotes. */
type Section = ReadonlyMap<string, string>

export type Preset = { name: string; platform: string; path: string; filters: { include: string; exclude: string }; options: Section }

const unquoted = (value: string): string => (/^".*"$/.test(value) ? value.slice(1, -1) : value)

const sectionsIn = (text: string): Map<string, Map<string, string>> => {
  const sections = new Map<string, Map<string, string>>()
  let current: Map<string, string> | undefined
  for (const [at, line] of text.split('\n').entries()) {
    const name = /^\[(.+)\]$/.exec(line)?.[1]
    const [, key, value] = /^([\w/.]+)=(.*)$/.exec(line) ?? []
    if (name !== undefined) {
      if (sections.has(name)) throw new Error(`line ${at + 1}: [${name}] stands here twice`)
      current = new Map()
      sections.set(name, current)
    } else if (key !== undefined && value !== undefined && current) current.set(key, unquoted(value))
    else if (line.trim() !== '') throw new Error(`line ${at + 1} is neither a section nor a key: ${line}`)
  }
  return sections
}

/** The presets of an export_presets.cfg, in their order; throws where the file is not what Godot reads. */
export const presetsIn = (text: string): Preset[] => {
  const sections = sectionsIn(text)
  const count = [...sections.keys()].filter((name) => /^preset\.\d+$/.test(name)).length
  return Array.from({ length: count }, (_, place) => {
    const own = sections.get(`preset.${place}`)
    const options = sections.get(`preset.${place}.options`)
    const of = (key: string): string => {
      const value = own?.get(key)
      if (value === undefined) throw new Error(`[preset.${place}] has no ${key}`)
      return value
    }
    if (!options) throw new Error(`[preset.${place}.options] is missing`)
    return {
      name: of('name'),
      platform: of('platform'),
      path: of('export_path'),
      filters: { include: of('include_filter'), exclude: of('exclude_filter') },
      options,
    }
  })
}

export const readPresets = (file: string): Preset[] => presetsIn(readFileSync(file, 'utf8'))
