/** A number as people read it, to four digits; a dash for what is not known or cannot be written. */
export const numeral = (value: number | undefined): string =>
  value === undefined || !Number.isFinite(value) ? '–' : String(Number(value.toPrecision(4)))

/** Every digit that tells a number from its neighbours, for programs; nothing for what is not known. */
export const exactly = (value: number | undefined): string => (value === undefined || !Number.isFinite(value) ? '' : String(value))
