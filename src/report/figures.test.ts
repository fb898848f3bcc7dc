import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { drawCurve, drawDots } from './figures.ts'
import { labelsOf } from './labels/index.ts'
import { metrics } from './made-log.ts'
import { curveOf, primaryOf, summariesOf } from './summary.ts'

const labels = labelsOf('en')
const dots = (values: Parameters<typeof summariesOf>[0]) => drawDots(primaryOf(summariesOf(values)), 'Figure 1', labels)
const count = (text: string, part: RegExp) => text.match(part)?.length ?? 0

describe('figures', () => {
  test('the plot by arm has a tick for every repetition and a dot for every arm', async () => {
    const figure = await dots(metrics)
    const [, ticks = '', points = ''] = figure?.svg.split(/layer_[12]_marks/) ?? []
    expect(count(ticks, /<path [^>]*fill="#555555"/g)).toBe(10)
    expect(count(points, /<path [^>]*fill="#0072b2"/g)).toBe(2)
    expect(figure?.svg).toContain('>smoothing=0.1<')
    expect(figure?.markdown).toContain('![Figure 1: loss (nats), test. smoothing=0: 0.53; smoothing=0.1: 0.43](figures/arms.svg)')
  })

  test('the same numbers give the same bytes, without ids', async () => {
    const curve = () => drawCurve(curveOf(metrics), 'Figure 2', labels)
    const [first, second] = [await dots(metrics), await dots(metrics)]
    expect(first?.svg).toBe(second?.svg)
    expect((await curve())?.svg).toBe((await curve())?.svg)
    expect(first?.svg).not.toMatch(/\bid="|url\(#/)
  })

  test('the curve’s axes are named by what they show', async () => {
    const svg = (await drawCurve(curveOf(metrics), 'Figure 2', labels))?.svg ?? ''
    expect(svg).toContain('>epoch<')
    expect(svg).toContain('>loss (nats), test<')
    const other = await drawCurve(curveOf(metrics.map((metric) => ({ ...metric, name: 'cost' }))), 'Figure 2', labels)
    expect(other?.svg).toContain('>step<')
  })

  test('the curve’s axis holds means and intervals, not values that are not drawn', async () => {
    const far = [0, 1].flatMap((step) => Array.from({ length: 200 }, (_, seed) => ({ name: 'a', value: seed ? 1 : 100, seed, step })))
    expect((await drawCurve(curveOf(far), 'Figure 2', labels))?.svg).not.toMatch(/>(20|40|50|60|80|100)</)
  })

  test('other numbers give another picture', async () => {
    const moved = metrics.map((metric, place) => (place === 2 ? { ...metric, value: metric.value + 0.01 } : metric))
    expect((await dots(moved))?.svg).not.toBe((await dots(metrics))?.svg)
  })

  test('a logarithmic axis is said', async () => {
    const far = await dots([0.001, 1, 1000].map((value, seed) => ({ name: 'a', value, seed, arm: `${seed}` })))
    expect(far?.markdown).toContain('The axis is logarithmic.')
  })

  test('more arms than fit are counted', async () => {
    const many = await dots(Array.from({ length: 30 }, (_, place) => ({ name: 'a', value: place, arm: `arm ${place}` })))
    expect(many?.markdown).toContain('The figure shows the first 24 of 30 arms.')
  })

  test('nothing measured is no figure, numbers beyond every axis are null', async () => {
    expect(await dots([])).toBeUndefined()
    expect(await dots([{ name: 'a', value: 1e300 }])).toBeNull()
  })

  test('many thousands of repetitions are no trouble', async () => {
    const many = Array.from({ length: 200_000 }, (_, seed) => ({ name: 'a', value: seed % 7, seed, arm: 'x', step: seed % 2 }))
    expect((await drawCurve(curveOf(many), 'Figure 1', labels))?.svg).toContain('<svg')
  })

  test('nothing is said on the console', async () => {
    const warn = vi.spyOn(console, 'warn')
    await dots([0.001, 1000].map((value) => ({ name: 'a', value })))
    await drawCurve(curveOf(metrics), 'Figure 1', labels)
    expect(warn).not.toHaveBeenCalled()
    warn.mockRestore()
  })

  test('what a program calls its arms is text and nothing else', async () => {
    const figure = await dots([{ name: '<b>', value: 1, arm: '"><script>x</script>' }])
    expect(figure?.svg).not.toContain('<script')
    expect(figure?.svg).not.toContain('<b>')
    expect(figure?.markdown).not.toMatch(/(?<!\\)<[a-z]/)
  })

  test('whatever was measured, no picture holds a number that is none', async () => {
    const value = fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constantFrom(0, -0, 1e-99, 1e99, 5e-324, 0.1))
    const metric = fc.record(
      { name: fc.constant('a'), value, seed: fc.nat(3), arm: fc.constantFrom('x', 'y'), step: fc.nat(3) },
      { requiredKeys: ['name', 'value'] },
    )
    await fc.assert(
      fc.asyncProperty(fc.array(metric, { maxLength: 8 }), async (measured) => {
        const drawn = [await dots(measured), await drawCurve(curveOf(measured), 'Figure 2', labels)]
        for (const figure of drawn.filter((found) => found !== undefined && found !== null))
          expect(figure.svg + figure.markdown).not.toMatch(/NaN|Infinity|undefined/)
      }),
      { numRuns: 60 },
    )
  })
})
