/** In ms. The longest is less than the 10 s that the guide for front ends allows, so that its spread stays within them. */
const [first, longest] = [500, 8000]

/** How many ms to wait before try number `tries` (from 0): twice as long each time, and spread so that pages do not come back all at once. */
export const backOff = (tries: number, random: () => number): number => Math.min(longest, first * 2 ** tries) * (0.75 + random() / 2)
