type Numbers = Uint8Array | Uint16Array | Float64Array

/** A list of numbers that grows: 100,000 of them in a few hundred kilobytes, and no work for the garbage collector. */
export type Column = {
  push(value: number): void
  /** The value at a place from 0; 0 beyond the end. */
  at(place: number): number
}

export const createColumn = (make: (length: number) => Numbers): Column => {
  let values = make(1024)
  let length = 0
  return {
    push(value) {
      if (length === values.length) {
        const grown = make(2 * length)
        grown.set(values)
        values = grown
      }
      values[length] = value
      length += 1
    },
    at: (place) => (place < length ? (values[place] ?? 0) : 0),
  }
}
