import { expect, onTestFinished, test } from 'vitest'
import { openaiWire } from '../../models/stand-in/openai.ts'
import { type Behaviour, refusing, sending, startStandIn } from '../../models/stand-in/server.ts'
import { openTestControl } from './testing/test-control.ts'

const start = async (behaviour: Behaviour) => {
  const server = await startStandIn(behaviour)
  onTestFinished(server.close)
  return server
}

test('a server that was found to be down is left alone by everything in this process: texts and runs alike', async () => {
  const down = await start(refusing(500, openaiWire.error('no')))
  const up = await start((response, asked) =>
    // A text is asked for without a form; a role's answer is refused, so that the run ends at once.
    asked.body.response_format === undefined
      ? sending(openaiWire.type, openaiWire.whole('Good day.'))(response, asked)
      : refusing(401, openaiWire.error('no'))(response, asked),
  )
  const servers = `models.servers={"openai":[{"base-url":"${down.url}/v1"},{"base-url":"${up.url}/v1","order":1}]}`
  const control = openTestControl({ sets: ['model=openai:m', servers, 'models.retry.tries=1'] })
  expect((await control.text('Say it.', 100)).text).toBe('Good day.')
  expect(down.asked).toHaveLength(1)
  expect((await control.text('Say it again.', 100)).text).toBe('Good day.')
  const { run } = await control.start({ topic: 'Who is asked?', by: 'test' })
  await expect.poll(() => control.run(run).status, { timeout: 20_000 }).not.toBe('running')
  expect(up.asked.length).toBeGreaterThan(2)
  expect(down.asked).toHaveLength(1)
})
