import { byTurn } from '../../../src/core/turn-id.ts'

const ids = [
  ...['e.1.10.0', 'e.1.9.0', 'e.1.9.10', 'e.1.9.2', 'e.2.1.0', 'e.10.1.0', 'e.1.9', 'e', 'E.1.9.0', 'f.1.1.0', 'd'],
  ...['running-experiments.1.2.0', 'running-experiments.1.12.0', 'running-experiments.01.2.1', 'report-writing.1.1.0', 'a-b', 'a_b', 'a b'],
  ...[
    'a.b',
    'a1',
    'a2',
    'a10',
    'aa',
    'A',
    'a',
    '1',
    '02',
    '10',
    '',
    '#3',
    '~',
    'z',
    'a:1',
    'a/1',
    'a(1)',
    'a99999999999999999999',
    'a100000000000000000000',
  ],
]

/** Ids in the order in which turns come. */
export const turnOrder = (): string[] => ids.toSorted(byTurn)
