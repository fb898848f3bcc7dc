import { describe, expect, test } from 'vitest'
import { createBubblewrap } from './bubblewrap.ts'
import { probeBubblewrap } from './probe-bubblewrap.ts'
import { describePython, packagesToTell, tellPython } from './python-packages.ts'
import { createRunner, programOf, testTools } from './sandbox.conformance.ts'
import { sciencePython, whyNoScience } from './testing/science-python.ts'

const tools = { ...testTools, pythonPath: sciencePython ?? '' }
const refused = 'problem' in (await probeBubblewrap(testTools))
const why = whyNoScience || (refused ? ' (skipped: apt-get install bubblewrap)' : '')

describe.skipIf(sciencePython === undefined || refused)(`a Python with scikit-learn, in bubblewrap${why}`, () => {
  const { run } = createRunner(createBubblewrap(tools))

  test('learns from data, draws, and reports, though another user runs it and it lies in somebody’s home', async () => {
    const result = await run(
      programOf(
        'python',
        `import lab
import matplotlib.pyplot as plt
from sklearn.datasets import load_iris
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import train_test_split
rows, labels = load_iris(return_X_y=True)
for seed in lab.seeds[:3]:
    known, new, answers, hidden = train_test_split(rows, labels, random_state=seed)
    model = RandomForestClassifier(20, random_state=seed, n_jobs=2).fit(known, answers)
    lab.metric("accuracy", model.score(new, hidden), seed=seed, arm="forest")
plt.plot([1, 2])
plt.savefig(lab.figure("line.svg"))`,
      ),
      { seconds: 120, memoryMiB: 2048, outputChars: 4000 },
    )
    expect([result.fault, result.output, result.files]).toEqual([undefined, '', ['line.svg']])
    expect(result.metrics.map(({ seed }) => seed)).toEqual([0, 1, 2])
    for (const { value } of result.metrics) expect(value).toBeGreaterThan(0.8)
  })

  test('can be changed neither where its packages lie nor where its own parts do', async () => {
    const result = await run(
      programOf(
        'python',
        `import os, sys, sklearn
for folder in [sys.prefix, sys.base_prefix, os.path.dirname(os.__file__), os.path.dirname(sklearn.__file__), os.path.dirname(sys.executable)]:
    try:
        open(os.path.join(folder, "made"), "w")
        print("written", folder)
    except OSError:
        print("kept")`,
      ),
      { memoryMiB: 2048 },
    )
    expect(result.output).toBe('kept\n'.repeat(5))
  })
})

describe.skipIf(sciencePython === undefined)(`a Python with scikit-learn${whyNoScience}`, () => {
  test('is told of with the versions of what it has', async () => {
    const found = await describePython(tools, packagesToTell(), AbortSignal.any([]))
    expect(tellPython(found)).toMatch(
      /^Programs run on Python 3\.\d+\.\d+ with numpy \d.*scikit-learn \d.*; nothing else can be installed\.$/,
    )
  })
})
