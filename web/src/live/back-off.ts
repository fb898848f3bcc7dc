const [first, most] = [500, 15_000]

/** How many ms to wait before try number `tries` (from 0): twice as long each time, and spread so that pages do not come back all at once. */
export const backOff = (tries: number, random: () => number): number => Math.min(most, first * 2 ** tries) * (0.75 + random() / 2)
