import { type PhaseName, phaseNames } from './names.ts'

/** The kinds of work that a lab does. */
export const kinds = ['experiment', 'simulation', 'theory', 'survey'] as const
export type Kind = (typeof kinds)[number]

const without = (...left: readonly PhaseName[]): readonly PhaseName[] => phaseNames.filter((name) => !left.includes(name))

/**
 * The phases that a kind of work goes through. A simulation makes its data as it runs; a theory proves and a survey reads, and
 * neither runs a program.
 */
export const phasesOf: Readonly<Record<Kind, readonly PhaseName[]>> = {
  experiment: phaseNames,
  simulation: without('data-preparation'),
  theory: without('data-preparation', 'running-experiments'),
  survey: without('data-preparation', 'running-experiments'),
}

/** Whether work of this kind rests on what programs measured. */
export const isMeasured = (kind: Kind): boolean => phasesOf[kind].includes('running-experiments')

/** The phase after this one, in work of this kind. */
export const phaseAfter = (kind: Kind, phase: PhaseName): PhaseName | 'end' => phasesOf[kind][phasesOf[kind].indexOf(phase) + 1] ?? 'end'
