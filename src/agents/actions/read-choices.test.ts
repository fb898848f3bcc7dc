import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { choiceSchema } from './choice-schema.ts'
import { actions, actionsNamed } from './index.ts'
import { mostChoices, readChoices } from './read-choices.ts'

const some = actionsNamed(['list_runs', 'search_papers'])
const read = (value: unknown) => readChoices(typeof value === 'string' ? value : JSON.stringify(value), some)
const namesIn = (answer: ReturnType<typeof readChoices>) =>
  'choices' in answer ? answer.choices.map(({ action }) => action.name) : answer.problem

describe('an answer is read', () => {
  const asked = [{ action: 'search_papers', query: 'calibration' }, { action: 'list_runs' }]

  test.each([
    ['as an object with the list', { actions: asked }],
    ['as the bare list', asked],
    ['in a fence with words around it', `Here you are:\n\`\`\`json\n${JSON.stringify({ actions: asked })}\n\`\`\`\nDone.`],
  ])('%s', (_, answer) => {
    expect(namesIn(read(answer))).toEqual(['search_papers', 'list_runs'])
  })

  test('also when it chooses nothing', () => {
    expect(read({ actions: [] })).toEqual({ choices: [] })
  })
})

describe('what is wrong is told, all of it', () => {
  test.each([
    ['no JSON', 'I would list the runs.', /not \{"actions"/],
    ['an unknown action', [{ action: 'delete_runs' }], /Action 1: there is no action "delete_runs".*list_runs, search_papers/],
    ['an action of others', [{ action: 'run_program', language: 'python', code: '1' }], /no action "run_program"/],
    ['no name', [{ query: 'x' }], /Action 1 has no name/],
    ['input that is missing, in the second', [{ action: 'list_runs' }, { action: 'search_papers' }], /Action 2, search_papers:.*query/],
    ['input that does not belong there', [{ action: 'list_runs', run: 'x' }], /Action 1, list_runs:.*run/],
    ['more than may be chosen', Array(mostChoices + 1).fill({ action: 'list_runs' }), /You chose 9 actions; at most 8/],
  ])('%s', (_, answer, problem) => {
    expect(namesIn(read(answer))).toMatch(problem)
  })
})

test('whatever a model says is read or refused, and only actions of the agent come out of it', () => {
  const value = fc.oneof(
    fc.string(),
    fc.json(),
    fc
      .array(fc.record({ action: fc.constantFrom('list_runs', 'search_papers', 'run_program', ''), query: fc.string() }))
      .map((list) => JSON.stringify(list)),
  )
  fc.assert(
    fc.property(value, (text) => {
      const answer = readChoices(text, some)
      if ('choices' in answer) for (const { action, input } of answer.choices) expect(action.input.safeParse(input).success).toBe(true)
      else expect(answer.problem).not.toBe('')
    }),
  )
})

test('every example is a valid choice, and the schema of an answer names every action', () => {
  const examples = actions.map(({ name, example }) => ({ action: name, ...example }))
  expect(namesIn(readChoices(JSON.stringify(examples), actions))).toEqual(actions.map(({ name }) => name))
  for (const { name } of actions) expect(JSON.stringify(choiceSchema(actions))).toContain(`"const":"${name}"`)
})
