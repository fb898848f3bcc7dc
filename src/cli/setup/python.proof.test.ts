import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporary } from '../../../test/support/temporary.ts'
import { pythonOf } from '../../sandbox/choose-python.ts'
import { createSandbox, probeBubblewrap } from '../../sandbox/index.ts'
import type { Io } from '../io.ts'
import { setupPython } from './python.ts'

const machine = { nodePath: process.execPath, bwrapPath: 'bwrap', env: { PATH: process.env.PATH ?? '' } }
const refused = 'problem' in (await probeBubblewrap({ ...machine, pythonPath: 'python3' }))

const code = `import lab, numpy, sys
from sklearn.datasets import load_iris
from sklearn.linear_model import LogisticRegression
import networkx
rows, labels = load_iris(return_X_y=True)
for seed in lab.seeds:
    order = numpy.random.default_rng(seed).permutation(len(rows))
    model = LogisticRegression(max_iter=500).fit(rows[order[:100]], labels[order[:100]])
    lab.metric("accuracy", model.score(rows[order[100:]], labels[order[100:]]), seed=seed)
try:
    open(sys.prefix + "/made", "w")
    print("written")
except OSError:
    print("kept")`

test.skipIf(refused)(
  `what is really fetched runs scikit-learn in the sandbox, and cannot be written to there${refused ? ' (skipped: apt-get install bubblewrap)' : ''}`,
  async () => {
    const cache = temporary()
    const said: string[] = []
    const hear = (text: string) => void said.push(text)
    const env = { ...process.env, XDG_CACHE_HOME: cache }
    const io: Io = { out: hear, err: hear, raw: hear, env, isTerminal: false, columns: 80, rows: 24, interrupt: AbortSignal.any([]) }
    expect(await setupPython(io, { again: false, packages: ['networkx==3.3'] })).toBe(0)
    expect(readdirSync(join(cache, 'gal'))).toEqual(['python'])
    expect(said.join('\n')).toMatch(/scikit-learn \d.*networkx 3\.3/)

    const sandbox = createSandbox({ ...machine, pythonPath: pythonOf(join(cache, 'gal/python')), trusts: () => false })
    const settings = { folder: join(cache, 'run'), seconds: 120, memoryMiB: 2048, outputChars: 4000 }
    const result = await sandbox.run({ language: 'python', files: { 'main.py': code } }, settings, AbortSignal.any([]), () => undefined)
    expect([result.fault, result.output]).toEqual([undefined, 'kept\n'])
    expect(result.metrics).toHaveLength(5)
    for (const { value } of result.metrics) expect(value).toBeGreaterThan(0.8)
  },
)
