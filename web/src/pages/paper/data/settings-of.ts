import type { ViewerState } from '../../../../../src/core/viewer/viewer-state.ts'
import type { SettingText } from '../trace/source.ts'

type Place = Omit<SettingText, 'text'>

/** The entries in which settings of a run stand: its topic, the plan, the code of the data and of the final runs. */
export const settingPlaces = (state: ViewerState): Place[] => [
  ...(state.plan ? [{ place: 'plan' as const, name: '', seq: state.plan.seq }] : []),
  ...(state.dataset ? [{ place: 'dataset' as const, name: state.dataset.program, seq: state.dataset.seq }] : []),
  ...state.programs
    .filter(({ operator, status }) => operator === 'final' && status === 'ok')
    .map(({ id, startSeq }) => ({ place: 'program' as const, name: id, seq: startSeq })),
]

/** Those of them whose text is here; the topic always is. */
export const settingsOf = (state: ViewerState, texts: ReadonlyMap<number, string> | undefined): SettingText[] => [
  { place: 'topic', name: '', seq: 1, text: state.topic },
  ...settingPlaces(state).flatMap((place) => {
    const text = texts?.get(place.seq)
    return text === undefined ? [] : [{ ...place, text }]
  }),
]
