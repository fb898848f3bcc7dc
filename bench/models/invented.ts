import { strangers } from '../../src/agents/papers-now.ts'
import type { ReadonlyState } from '../../src/core/state.ts'
import type { Text } from '../../src/core/text.ts'
import type { EventLog } from '../../src/store/event-log.ts'

const numeral = /(?<![\w.])\d+(?:\.\d+)?%?(?![\w])/g
const numbersIn = (text: string): string[] => [...text.matchAll(numeral)].map(([number]) => number)

/**
 * What a report says that its record does not hold. `papers`: cited in its sections and never found. `numbers`: in its
 * sections, though no program printed or measured them and no paper, plan or topic that was shown holds them.
 */
export const inventedIn = (state: ReadonlyState, report: string, log: EventLog): { papers: string[]; numbers: string[] } => {
  const readText = (text: Text) => (typeof text === 'string' ? text : log.blob(text))
  const sections = Object.values(state.now.report.sections).map((text) => readText(text as Text))
  const programs = Object.values(state.now.programs)
  const shown = [
    state.topic,
    JSON.stringify(state.found),
    ...programs.flatMap(({ output, metrics, code }) => [readText(output as Text), JSON.stringify(metrics), readText(code as Text)]),
  ].join(' ')
  const known = new Set(numbersIn(shown))
  const cited = [...report.matchAll(/unknown source/g)].map(() => 'unknown source')
  return {
    papers: [...sections.flatMap((text) => strangers(text, state)), ...cited],
    numbers: [...new Set(sections.flatMap(numbersIn))].filter((number) => !known.has(number)),
  }
}
