/** The seven phases, in order. Each name is also the phase's file, prompt, config key, event field and room. */
export const phaseNames = [
  'literature-review',
  'plan-formulation',
  'data-preparation',
  'running-experiments',
  'results-interpretation',
  'report-writing',
  'report-refinement',
] as const
export type PhaseName = (typeof phaseNames)[number]

/** The six roles. Each name is also the role's file, prompt, config key and event field. */
export const roleNames = ['phd-student', 'postdoc', 'ml-engineer', 'software-engineer', 'professor', 'reviewer'] as const
export type RoleName = (typeof roleNames)[number]

/** The sections of a report, in the order in which a reader meets them. */
export const sectionNames = [
  'abstract',
  'introduction',
  'related-work',
  'background',
  'methods',
  'experimental-setup',
  'results',
  'discussion',
] as const
export type SectionName = (typeof sectionNames)[number]

/** The stream of the log that holds what agents did outside of any run. It is no run, and no list of runs names it. */
export const agentsStream = 'agents'
