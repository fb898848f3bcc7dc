import { useEffect, useSyncExternalStore } from 'react'

/** One key: as KeyboardEvent.key names it, or two with a space between: pressed after one another, “g r”, or, where it is only listed, two that do the same either way. */
export type Key = {
  keys: string
  /** What it does, for the list under `?`. */
  says: string
  /** Without it the key is heard by the part of the page that has the focus, and is only listed here. */
  press?: () => void
}
export type KeyGroup = { title: string; keys: readonly Key[] }

/** How long the second of two keys may take, in ms. */
const patience = 1200

let groups: readonly KeyGroup[] = []
const listeners = new Set<() => void>()
const change = (next: readonly KeyGroup[]) => {
  groups = next
  for (const listener of listeners) listener()
}
const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

/** Whether keys belong to what has the focus: a field, a list of choices, a slider. */
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('input:not([type=checkbox]):not([type=radio]), textarea, select'))

const isHeard = (key: Key): key is Required<Key> => key.press !== undefined

/** Listens for the keys of all groups on a page. Gives the function that ends it. */
export const listenForKeys = (page: Document): (() => void) => {
  let before = { key: '', at: Number.NEGATIVE_INFINITY }
  const onKey = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
    if (page.querySelector('dialog[open]')) return
    const both = event.timeStamp - before.at < patience ? `${before.key} ${event.key}` : event.key
    before = { key: event.key, at: event.timeStamp }
    // What was added last is nearest to the page, so it goes before the keys of all pages.
    const all = groups.flatMap(({ keys }) => keys.filter(isHeard)).reverse()
    const pressed = all.find(({ keys }) => keys === both) ?? all.find(({ keys }) => keys === event.key)
    if (!pressed) return
    before = { key: '', at: Number.NEGATIVE_INFINITY }
    event.preventDefault()
    pressed.press()
  }
  page.addEventListener('keydown', onKey)
  return () => page.removeEventListener('keydown', onKey)
}

/** Adds keys while a component is there; `group` should stay the same object between drawings (useMemo). */
export const useKeys = (group: KeyGroup): void =>
  useEffect(() => {
    change([...groups, group])
    return () => change(groups.filter((other) => other !== group))
  }, [group])

export const useKeyGroups = (): readonly KeyGroup[] => useSyncExternalStore(subscribe, () => groups)
