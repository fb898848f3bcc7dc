/** Heights of lines in rem, fixed, so that 100,000 of them need no measuring. record.css draws them as high as they are told. */
const heights = { pointer: 2, finger: 2.75, phone: 3.75 } as const
const headHeight = 2.25

export type Heights = { entry: number; head: number }

/** In pixels, at the size of text that the browser is set to. */
export const heightsFor = (device: keyof typeof heights, pixelsPerRem: number): Heights => ({
  entry: Math.round(heights[device] * pixelsPerRem),
  head: Math.round(headHeight * pixelsPerRem),
})
