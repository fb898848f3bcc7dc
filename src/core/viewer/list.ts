/** The list with the entry at a place exchanged. A place that is not there (−1: not found) changes nothing. */
export const replaced = <Item>(list: readonly Item[], place: number, change: (item: Item) => Item): readonly Item[] => {
  const item = list[place]
  return item === undefined ? list : list.with(place, change(item))
}

/** The list with an entry at its end, and without its oldest beyond `most`. */
export const appended = <Item>(list: readonly Item[], item: Item, most = Number.POSITIVE_INFINITY): readonly Item[] =>
  list.length < most ? [...list, item] : [...list.slice(list.length - most + 1), item]

/** The list with its newest, with all that must stay, and with every second of the rest: done again and again, the older are the fewer. */
export const thinned = <Item>(list: readonly Item[], stays: (item: Item) => boolean, newest: number): readonly Item[] => {
  let odd = false
  return list.filter((item, place) => {
    if (stays(item) || place >= list.length - newest) return true
    odd = !odd
    return odd
  })
}
