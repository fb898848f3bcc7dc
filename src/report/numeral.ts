/** A number as people read it, to four digits; a dash for what is not known or cannot be written. */
export const numeral = (value: number | undefined): string => {
  if (value === undefined || !Number.isFinite(value)) return '–'
  const rounded = value.toPrecision(4)
  // The largest numbers are rounded up to more than a number can be, and stay as they are written.
  return Number.isFinite(Number(rounded)) ? String(Number(rounded)) : rounded
}

/** Every digit that tells a number from its neighbours, for programs; nothing for what is not known. */
export const exactly = (value: number | undefined): string => (value === undefined || !Number.isFinite(value) ? '' : String(value))
