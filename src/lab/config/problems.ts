import type { z } from 'zod'
import { nearest } from '../../core/nearest.ts'
import { expected, keysOf, pathsOf, type SchemaView, viewAt } from './schema-view.ts'
import { isTree, type Setting, type Tree } from './settings.ts'
import { visible } from './visible.ts'

const valueAt = (tree: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((value, key) => (isTree(value) ? value[key] : Array.isArray(value) ? value[Number(key)] : undefined), tree)

/** A password in an address is not repeated, also where the address is wrong. */
const withoutUser = (text: string): string => text.replaceAll(/\/\/[^/\s]*@/g, '//…@')

/** What was given, in few words. Of a list or a map only that it is one: it may be long. */
const given = (value: unknown): string => {
  if (value === undefined || value === null) return 'nothing'
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list'
  if (typeof value === 'object') return 'keys with values'
  const text = typeof value === 'string' ? withoutUser(JSON.stringify(value)) : String(value)
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}

const dotted = (path: readonly string[], key: string): string => [...path, key].join('.')

/** Near in spelling among the keys beside it; else where a key of this very name belongs, if that is one place. */
const meant = (path: readonly string[], key: string, view: SchemaView, others: readonly string[]): string | undefined => {
  const near = nearest(key, [...keysOf(viewAt(view, path) ?? {}), ...(path.length === 0 ? others : [])])
  if (near !== undefined) return dotted(path, near)
  const elsewhere = pathsOf(view).filter((candidate) => candidate.split('.').at(-1) === key)
  const depths = elsewhere.map((candidate) => candidate.split('.').length)
  const highest = elsewhere.filter((_, place) => depths[place] === Math.min(...depths))
  return highest.length === 1 ? highest[0] : undefined
}

const unknownKey = (path: readonly string[], key: string, view: SchemaView, others: readonly string[]): string => {
  const suggestion = meant(path, key, view, others)
  if (suggestion !== undefined) return `there is no such key; did you mean ${suggestion}?`
  return `there is no such key; ${path.length ? `${path.join('.')} has` : 'there are'} ${keysOf(viewAt(view, path) ?? {}).join(', ')}`
}

const wrongValue = (value: unknown, view: SchemaView): string => {
  const near = typeof value === 'string' && view.enum ? nearest(value, view.enum.map(String)) : undefined
  return `must be ${expected(view)}, not ${given(value)}${near === undefined ? '' : `; did you mean ${near}?`}`
}

/** zod passes over this one key in maps whose keys are names, and it is nobody's name. */
export const prototypeProblems = (settings: readonly Setting[], view: SchemaView): string[] =>
  settings.flatMap(({ path, place }) => {
    const at = path.indexOf('__proto__')
    return at < 0 ? [] : [visible(`${place(path.slice(0, at + 1))}: ${unknownKey(path.slice(0, at), '__proto__', view, [])}`)]
  })

/** More than people read at once. */
const mostProblems = 20

/** Where something is wrong; what is wrong with it takes time to find out, so that only the ones that are shown are asked. */
type Problem = { place: string; say: () => string }

const byPlace = new Intl.Collator('en', { numeric: true })

/**
 * What is wrong with a configuration, a line for each problem: where it was set, what is wrong, what would be right. The first 20 by place;
 * the last of them ends with a line that counts the rest, so that it stays behind it however the lines are ordered. `others` are further
 * keys of the top.
 */
export const problemsOf = (
  error: z.ZodError,
  { tree, placeOf }: { tree: Tree; placeOf: (path: readonly string[]) => string },
  view: SchemaView,
  others: readonly string[],
): string[] => {
  const problems = error.issues.flatMap((issue): Problem[] => {
    const path = issue.path.map(String)
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({ place: placeOf([...path, key]), say: () => unknownKey(path, key, view, others) }))
    const here = viewAt(view, path)
    const say = () => (issue.code === 'custom' || !here ? issue.message : wrongValue(valueAt(tree, path), here))
    return [{ place: placeOf(path), say }]
  })
  const lines = problems
    .sort((a, b) => byPlace.compare(a.place, b.place))
    .slice(0, mostProblems)
    .map(({ place, say }) => visible(`${place}: ${say()}`))
  const more = problems.length - lines.length
  return more ? [...lines.slice(0, -1), `${lines.at(-1)}\n… and ${more.toLocaleString('en')} more`] : lines
}
