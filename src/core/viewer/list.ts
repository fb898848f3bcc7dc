/** The list with the entry at a place exchanged. A place that is not there (−1: not found) changes nothing. */
export const replaced = <Item>(list: readonly Item[], place: number, change: (item: Item) => Item): readonly Item[] => {
  const item = list[place]
  return item === undefined ? list : list.with(place, change(item))
}

/** The list with an entry at its end, and without its oldest beyond `most`. */
export const appended = <Item>(list: readonly Item[], item: Item, most = Number.POSITIVE_INFINITY): readonly Item[] =>
  list.length < most ? [...list, item] : [...list.slice(list.length - most + 1), item]
