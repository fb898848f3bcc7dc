import type { Reporter, TestModule } from 'vitest/node'

/** What no installing helps: papers that are not part of the repository. Such a skip is named, and counts as no failure. */
const notToBeHad = 'not beside this checkout'

/** Ends every test run with one plain line, and names what was skipped, so that a skip is never silent. */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]) {
    const count = { passed: 0, failed: errors.length, skipped: 0 }
    const skipped: string[] = []
    for (const module of modules) {
      if (module.errors().length > 0) count.failed += 1
      for (const test of module.children.allTests()) {
        const { state } = test.result()
        if (state === 'passed') count.passed += 1
        if (test.diagnostic()?.flaky) console.log(`passed only at the second try: ${test.fullName}`)
        if (state === 'failed') count.failed += 1
        if (state === 'skipped' || state === 'pending') {
          count.skipped += 1
          skipped.push(test.fullName)
        }
      }
    }
    for (const name of skipped) console.log(`skipped: ${name}`)
    const required = skipped.filter((name) => !name.includes(notToBeHad)).length
    if (required > 0 && process.env.GAL_REQUIRE === 'all') {
      console.log('GAL_REQUIRE=all: a skipped test counts as a failure')
      count.failed += required
      count.skipped -= required
      process.exitCode = 1
    }
    console.log(`${count.passed} passed, ${count.failed} failed${count.skipped ? `, ${count.skipped} skipped` : ''}`)
  }
}
