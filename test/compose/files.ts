import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { root } from '../support/gal.ts'

export const textOf = (path: string): string => readFileSync(join(root, path), 'utf8')

export type Service = {
  build?: string
  image?: string
  container_name?: string
  entrypoint?: string[]
  ports?: string[]
  expose?: string[]
  environment?: Record<string, string | null>
  volumes?: string[]
  depends_on?: Record<string, { condition: string }>
  cap_drop?: string[]
  security_opt?: string[]
  read_only?: boolean
  cpus?: string
  restart?: string
  healthcheck?: { test: string[]; start_period: string }
  deploy?: { resources: { reservations: { devices: { driver: string; count: string; capabilities: string[] }[] } } }
}
export type ComposeFile = { name?: string; services: Record<string, Service>; volumes?: Record<string, null> }

const variable = /\$\{(\w+)(?:(:?-)([^}]*))?\}/g

/** The variables that a file of Compose's asks for, with their defaults. */
export const variablesOf = (text: string): [name: string, otherwise: string][] =>
  [...text.matchAll(variable)].map(([, name = '', , otherwise = '']) => [name, otherwise])

/** The text of a file with these variables set: `:-` takes an empty one for none, `-` does not. */
export const filledText = (path: string, set: Readonly<Record<string, string>> = {}): string =>
  textOf(path).replace(variable, (_, name: string, how: string | undefined, otherwise = '') => {
    const value = set[name]
    return value === undefined || (value === '' && how === ':-') ? otherwise : value
  })

/** A file as Compose reads it, with these variables set. */
export const composeFile = (path: string, set?: Readonly<Record<string, string>>): ComposeFile =>
  parse(filledText(path, set)) as ComposeFile

export const serviceOf = (path: string, name: string, set?: Readonly<Record<string, string>>): Service => {
  const service = composeFile(path, set).services[name]
  if (!service) throw new Error(`${path} has no service ${name}`)
  return service
}
