import { z } from 'zod'
import { wayTo } from '../../data/materialise.ts'
import { defineCommand } from '../command.ts'
import { dataModule, tellData } from '../data-module.ts'
import { carryOutProgram, tellResult } from '../program.ts'

const args = z.strictObject({
  id: z.string().min(1).describe('id of a data set that a search has found'),
  target: z.string().trim().max(200).optional().describe('the column to predict; left out where the data set says it'),
  task: z.enum(['classification', 'regression']).optional().describe('left out where the data set says it'),
})

/** The lab takes a data set, splits it, and keeps the labels of valid and test: what is measured on them is measured by the lab. */
export const takeDataset = defineCommand({
  name: 'take-dataset',
  help: 'Take a data set that was found. The lab splits it, keeps the labels of valid and test to itself, and scores predictions: this ends the phase.',
  kinds: ['experiment'],
  args,
  example: { id: 'scikit-learn:wine' },
  now({ state }) {
    if (state.now.contract?.evaluation !== 'hold-out') return []
    const ids = Object.keys(state.now.datasetsFound).filter((id) => wayTo(id) !== undefined)
    return ids.length ? [args.extend({ id: z.enum(ids).describe('id of a data set that a search has found') })] : []
  },
  async run({ id, target, task }, context) {
    const { turn, state, effects, language } = context
    const way = wayTo(id)
    if (!way) return { ok: false, result: `There is no way to the rows of ${id}.` }
    const program =
      way.by === 'program' ? { language: 'python' as const, code: way.program.text, files: { 'main.py': way.program.text } } : undefined
    const run = program && (await carryOutProgram(context, { operator: 'dataset', ...program }))
    const events = run ? [run.end] : []
    if (run?.result.fault) return { ok: false, events, result: tellResult(run.result) }
    const taken = await effects.takeData(id, turn.id, {
      ...(target === undefined ? {} : { target }),
      ...(task === undefined ? {} : { task }),
    })
    if ('problem' in taken) return { ok: false, events, result: taken.problem }
    const { card } = taken
    const serious = card.problems.length ? ` ${card.problems.join(' ')}` : ''
    return {
      events: [
        ...events,
        { type: 'data-card', turn: turn.id, card },
        { type: 'dataset-accept', turn: turn.id, program: turn.id, language, code: dataModule(language, card) },
      ],
      result: `Taken.${serious}\n${tellData(card, state.now.contract?.metric ?? '')}`,
    }
  },
})
