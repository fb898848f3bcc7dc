/** The sign of a number in prose is as wide as a plus, not a hyphen. */
const withMinus = (digits: string): string => digits.replaceAll('-', '−')

/** A number as people read it, to four digits; a dash for what is not known or cannot be written. */
export const numeral = (value: number | undefined): string => {
  if (value === undefined || !Number.isFinite(value)) return '–'
  const rounded = value.toPrecision(4)
  // The largest numbers are rounded up to more than a number can be, and stay as they are written.
  return withMinus(Number.isFinite(Number(rounded)) ? String(Number(rounded)) : rounded)
}

/** The same for a column of a table: always four digits, zeros at the end too, wherever they say how exact the number is. */
export const columnNumeral = (value: number | undefined): string => {
  const digits = value?.toPrecision(4) ?? ''
  return /^-?[\d.]+$/.test(digits) ? withMinus(digits) : numeral(value)
}

/** Every digit that tells a number from its neighbours, for programs; nothing for what is not known. */
export const exactly = (value: number | undefined): string => (value === undefined || !Number.isFinite(value) ? '' : String(value))
