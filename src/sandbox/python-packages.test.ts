import { expect, test } from 'vitest'
import { corePackages, packagesToTell, tellPython } from './python-packages.ts'

const none = Object.fromEntries(corePackages.map((name) => [name, null]))
const python = (packages: Record<string, string | null>) => ({ path: '/usr/bin/python3', version: '3.12.1', packages })

test('all that is there is told with its version', () => {
  const all = {
    numpy: '2.4.6',
    scipy: '1.17.1',
    pandas: '3.1.1',
    'scikit-learn': '1.9.1',
    matplotlib: '3.11.2',
    torch: null,
    networkx: '3.3',
  }
  expect(tellPython(python(all))).toBe(
    'Programs run on Python 3.12.1 with numpy 2.4.6, scipy 1.17.1, pandas 3.1.1, scikit-learn 1.9.1, matplotlib 3.11.2 and networkx 3.3; nothing else can be installed.',
  )
})

test('what is usual and not there is told, and what is unusual and not there is not', () => {
  const some = { ...none, numpy: '2.4.6', pandas: '3.1.1', torch: null }
  expect(tellPython(python(some))).toBe(
    'Programs run on Python 3.12.1 with numpy 2.4.6 and pandas 3.1.1; nothing else can be installed. It does not have scipy, scikit-learn or matplotlib.',
  )
  expect(tellPython(python(none))).toMatch(
    /with its standard library alone; .* It does not have numpy, scipy, pandas, scikit-learn or matplotlib\.$/,
  )
})

test('no Python at all is told with the reason', () => {
  expect(tellPython({ problem: 'python3 could not be started' })).toBe(
    'There is no Python to run programs with: python3 could not be started.',
  )
})

test('what the configuration adds is asked for by name, once', () => {
  const names = packagesToTell(['networkx==3.3', 'scikit-image==0.26.0', 'ray[tune]==2.0'])
  expect(names).toEqual(expect.arrayContaining(['numpy', 'networkx', 'scikit-image', 'ray']))
  expect(new Set(names).size).toBe(names.length)
})
