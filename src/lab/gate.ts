import type { LabEvent } from '../core/events/index.ts'
import type { Phase } from '../phases/phase.ts'
import type { Journal } from './journal.ts'
import type { Parts } from './parts.ts'

const gateId = (phase: Phase, { state }: Journal) => `gate.${phase.name}.${state.phase?.attempt ?? 1}`

/** The question that a person has asked to be asked at the end of a phase, unless it was asked already. */
export const openGate = ({ settings }: Parts, phase: Phase, journal: Journal): LabEvent | undefined => {
  const id = gateId(phase, journal)
  if (settings.gates[phase.name] !== 'ask' || journal.state.questions[id]) return undefined
  const text = `${phase.title} is at its end. Go on? Anything but "go on" or "stop" is taken as a note to the lab.`
  return { type: 'question-ask', id, text, options: ['go on', 'stop'], blocks: true }
}

/** Whether a person said at the gate that the run should end here. */
export const endedAtGate = (phase: Phase, journal: Journal): boolean =>
  journal.state.questions[gateId(phase, journal)]?.answer?.text.trim().toLowerCase() === 'stop'
