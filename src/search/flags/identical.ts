import { type Flag, type FlagScene, placeName, seriesOf } from './flag.ts'

const same = (a: ReadonlyMap<number, number>, b: ReadonlyMap<number, number>): boolean =>
  a.size === b.size && [...a].every(([seed, value]) => b.get(seed) === value)

/** Fewer equal numbers than this may be chance. */
const fewest = 3

export const identicalProgram = ({ program, others }: FlagScene): Flag[] => {
  const twin = others.find(({ hash }) => hash === program.hash)
  return twin ? [{ kind: 'identical-program', why: `Its files are those of ${twin.id}, letter by letter.` }] : []
}

/** Another program with the same numbers on every seed, or two arms of this one: what was changed has no effect. */
export const identicalResults = ({ program, others, metric }: FlagScene): Flag[] => {
  const mine = seriesOf(program, metric.name).filter(({ bySeed }) => bySeed.size >= fewest)
  const twin = others.find((other) => {
    const theirs = seriesOf(other, metric.name)
    return (
      other.hash !== program.hash &&
      mine.length > 0 &&
      mine.every(({ arm, split, bySeed }) => theirs.some((one) => one.arm === arm && one.split === split && same(one.bySeed, bySeed)))
    )
  })
  const arms = mine.flatMap((one, place) =>
    mine.slice(place + 1).flatMap((other) => (other.split === one.split && same(one.bySeed, other.bySeed) ? [[one, other] as const] : [])),
  )
  return [
    ...(twin
      ? [{ kind: 'identical-results' as const, why: `${metric.name} is that of ${twin.id} on every seed, although the programs differ.` }]
      : []),
    ...arms.map(([one, other]) => ({
      kind: 'identical-results' as const,
      why: `${metric.name} of ${placeName(one)} is that of ${placeName(other)} on every seed, so what tells them apart has no effect.`,
    })),
  ]
}
