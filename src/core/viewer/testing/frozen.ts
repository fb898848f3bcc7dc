const seen = new WeakSet<object>()

/** For tests: the value, with everything in it frozen, so that changing any of it throws. */
export const frozen = <Value>(value: Value): Value => {
  if (typeof value !== 'object' || value === null || seen.has(value)) return value
  seen.add(value)
  Object.freeze(value)
  for (const inner of Object.values(value)) frozen(inner)
  return value
}
