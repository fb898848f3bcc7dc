/** One figure. With a bound it must not be larger. */
export type Row = { what: string; value: number; unit: string; bound?: number }
