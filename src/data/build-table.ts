import { typeCells } from './column-type.ts'
import type { Cell, Table } from './table.ts'

/** Names as the file gives them; an empty one becomes column3, and one that is there before gets a number: x, x_2. */
export const uniqueNames = (given: readonly string[], notes: string[]): string[] => {
  const taken = new Set<string>()
  return given.map((raw, place) => {
    const wanted = raw.trim() || `column${place + 1}`
    let name = wanted
    for (let count = 2; taken.has(name); count++) name = `${wanted}_${count}`
    taken.add(name)
    if (name !== raw.trim())
      notes.push(`column ${place + 1} is called ${name}: its name was ${raw.trim() === '' ? 'empty' : 'used before'}`)
    return name
  })
}

/** The table of these texts, each row as long as `names`, with the types that the columns' values share. */
export const buildTable = (names: readonly string[], rows: readonly (readonly string[])[]): Table => {
  const typed = names.map((name, place) => ({ name, ...typeCells(rows.map((row) => row[place] ?? '')) }))
  return {
    columns: typed.map(({ name, type }) => ({ name, type })),
    rows: rows.map((_, at) => typed.map(({ cells }): Cell => cells[at] ?? null)),
  }
}
