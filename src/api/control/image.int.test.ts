import { expect, onTestFinished, test } from 'vitest'
import { drawing, pixel } from '../../models/stand-in/images.ts'
import { type Behaviour, refusing, startStandIn, unusedUrl } from '../../models/stand-in/server.ts'
import { openTestControl } from './testing/test-control.ts'

const at = (url: string) => ['images.model=painter', `images.base-url=${url}/v1`]
const open = async (behaviour: Behaviour) => {
  const server = await startStandIn(behaviour)
  onTestFinished(server.close)
  return openTestControl({ sets: at(server.url) })
}

test('a lab whose configuration names no model for images makes none', () => {
  expect(openTestControl()).not.toHaveProperty('image')
})

test('a prompt is answered with an image, its type and the name of its model', async () => {
  const control = await open(drawing({ b64_json: pixel }))
  expect(await control.image?.('a seed')).toEqual({ image: pixel, type: 'image/png', model: 'painter' })
})

test('a server that is away or refuses is a refusal that may pass; what is no image is told apart', async () => {
  const refused = { code: 'model-unavailable', retryable: true }
  await expect(openTestControl({ sets: at(await unusedUrl()) }).image?.('x')).rejects.toMatchObject(refused)
  await expect((await open(refusing(500))).image?.('x')).rejects.toMatchObject(refused)
  await expect((await open(drawing({ b64_json: 'AAAA' }))).image?.('x')).rejects.toMatchObject({ code: 'bad-answer' })
})

test('a missing key is named by its variable', async () => {
  const control = openTestControl({
    sets: ['images.model=painter', 'images.base-url=https://images.example/v1', 'images.api-key-env=MY_KEY'],
  })
  await expect(control.image?.('x')).rejects.toMatchObject({
    code: 'model-unavailable',
    message: 'painter at https://images.example/v1 needs a key: set the environment variable MY_KEY',
  })
})
