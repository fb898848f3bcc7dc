import fc from 'fast-check'
import { describe, expect, onTestFinished, test } from 'vitest'
import { drawing, openaiImages, pixel } from '../stand-in/images.ts'
import { type Behaviour, dropping, refusing, sending, silent, startStandIn, unusedUrl } from '../stand-in/server.ts'
import { createOpenAIImages, type OpenAIImagesOptions } from './openai-images.ts'

const plain = { model: 'painter', apiKey: 'sk-secret', timeoutMs: 5000, fetch: globalThis.fetch }
const open = async (behaviour: Behaviour, options: Partial<OpenAIImagesOptions> = {}) => {
  const server = await startStandIn(behaviour)
  onTestFinished(server.close)
  return { server, images: createOpenAIImages({ ...plain, baseUrl: `${server.url}/v1`, ...options }) }
}
const ask = (images: ReturnType<typeof createOpenAIImages>, signal = new AbortController().signal) => images.generate('a seed', signal)
const png = { image: { bytes: Buffer.from(pixel, 'base64'), type: 'image/png' } }
const json = { 'content-type': 'application/json' }

test('asks as OpenAI wants to be asked, and takes base64', async () => {
  const { server, images } = await open(drawing({ b64_json: pixel, revised_prompt: 'one seed' }), { size: '512x512' })
  expect(await ask(images)).toEqual(png)
  expect(server.asked).toMatchObject([
    { path: '/v1/images/generations', headers: { authorization: 'Bearer sk-secret', 'content-type': 'application/json' } },
  ])
  expect(server.asked[0]?.body).toEqual({ model: 'painter', prompt: 'a seed', n: 1, size: '512x512', response_format: 'b64_json' })
})

test('a server that does not know response_format is asked without it, from then on', async () => {
  const { server, images } = await open(openaiImages('sk-secret'))
  expect(await ask(images)).toEqual(png)
  expect(await ask(images)).toEqual(png)
  expect(server.asked.map(({ body }) => 'response_format' in body)).toEqual([true, false, false])
})

test('a server that refuses response_format whatever it is asked is asked twice and no more', async () => {
  const { server, images } = await open(refusing(400, '{"error":"response_format"}', json))
  expect(await ask(images)).toMatchObject({ fault: { kind: 'refused' } })
  expect(server.asked).toHaveLength(2)
})

test('without a key none is sent', async () => {
  const { server, images } = await open(drawing({ b64_json: pixel }), { apiKey: '' })
  await ask(images)
  expect(server.asked[0]?.headers).not.toHaveProperty('authorization')
})

describe('an image that comes as an address', () => {
  const at =
    (path: string, image: Behaviour): Behaviour =>
    (response, asked) =>
      asked.path === path ? image(response, asked) : drawing({ url: `http://${asked.headers.host}${path}` })(response, asked)

  test('is fetched from the server, without the key', async () => {
    const { server, images } = await open(at('/made/1.png', (response) => void response.end(png.image.bytes)))
    expect(await ask(images)).toEqual(png)
    expect(server.asked[1]).toMatchObject({ path: '/made/1.png' })
    expect(server.asked[1]?.headers).not.toHaveProperty('authorization')
  })

  test.each<[string, Behaviour, RegExp]>([
    ['a page', (response) => void response.end('<html>secret</html>'), /is no PNG/],
    ['a redirect', refusing(302, '', { location: 'http://127.0.0.1:1/' }), /answered 302/],
    ['nothing there', refusing(404), /answered 404/],
    ['more than may be', sending('image/png', [pixel.repeat(40)]), /more than/],
  ])('is refused when it is %s', async (_title, image, says) => {
    const { images } = await open(at('/made/1.png', image), { mostBytes: 1024 })
    const found = await ask(images)
    expect(found).toMatchObject({ fault: { kind: 'bad-output', message: expect.stringMatching(says) } })
    expect(JSON.stringify(found)).not.toContain('secret')
  })

  test.each(['file:///etc/passwd', 'nonsense', '/made/1.png', 'data:image/png;base64,AAAA'])('is not fetched from %s', async (url) => {
    const { images } = await open(drawing({ url }))
    expect(await ask(images)).toMatchObject({ fault: { message: expect.stringContaining('neither https nor its own') } })
  })

  test('is not fetched from another server on this machine', async () => {
    const other = await startStandIn((response) => void response.end(png.image.bytes))
    onTestFinished(other.close)
    const { images } = await open(drawing({ url: `${other.url}/1.png` }))
    expect(await ask(images)).toHaveProperty('fault')
    expect(other.asked).toEqual([])
  })
})

describe('a server in trouble is a fault, in one line and without the key', () => {
  const wrongKey = refusing(401, JSON.stringify({ error: { message: 'Incorrect API key provided: sk-secret.' } }), json)
  test.each<[string, Behaviour, string, RegExp]>([
    ['a wrong key', wrongKey, 'refused', /401: Incorrect API key provided: \[redacted\]\. Check the key/],
    ['a refused prompt', refusing(400, '{"error":{"message":"rejected by our\\nsafety system"}}', json), 'refused', /by our safety system/],
    ['a limit', refusing(429, '', { 'retry-after': '7' }), 'rate-limited', /429/],
    ['a defect', refusing(500, 'Internal\n Error'), 'unreachable', /500: Internal Error/],
    ['a redirect', refusing(307, '', { location: 'http://127.0.0.1:1/' }), 'refused', /307/],
    ['a page', refusing(200, '<html>'), 'bad-output', /check the base-url/],
    ['no image', drawing(), 'bad-output', /check the base-url/],
    ['an empty image', drawing({}), 'bad-output', /check the base-url/],
    ['other bytes', drawing({ b64_json: 'AAAA' }), 'bad-output', /no PNG/],
    [
      'too large an image',
      drawing({ b64_json: Buffer.concat([png.image.bytes, Buffer.alloc(4096)]).toString('base64') }),
      'bad-output',
      /more than/,
    ],
    ['an answer without end', sending('application/json', Array(40).fill('x'.repeat(65_536)), { stays: true }), 'bad-output', /more than/],
    ['a dropped connection', dropping('application/json', ['{"created":1']), 'unreachable', /dropped the connection/],
  ])('%s', async (_title, behaviour, kind, says) => {
    const { images } = await open(behaviour, { mostBytes: 1024 })
    const found = await ask(images)
    expect(found).toMatchObject({ fault: { kind, message: expect.stringMatching(says) } })
    expect(JSON.stringify(found)).not.toMatch(/sk-secret|\\n/)
  })

  test('nobody there', async () => {
    const images = createOpenAIImages({ ...plain, baseUrl: await unusedUrl() })
    expect(await ask(images)).toMatchObject({ fault: { kind: 'unreachable' } })
  })

  test('no answer, or one that falls silent, within the time', async () => {
    for (const behaviour of [silent, sending('application/json', ['{'], { stays: true })]) {
      const { images } = await open(behaviour, { timeoutMs: 100 })
      expect(await ask(images)).toMatchObject({ fault: { kind: 'timeout' } })
    }
  })

  test('an interruption', async () => {
    const { images } = await open(silent)
    expect(await ask(images, AbortSignal.abort())).toMatchObject({ fault: { kind: 'cancelled' } })
  })
})

test('whatever the server sends, the answer is an image or a fault', async () => {
  let next = ''
  const fetch = async () => new Response(next, { status: 200 })
  const images = createOpenAIImages({ ...plain, baseUrl: 'http://127.0.0.1:1/v1', fetch })
  const odd = fc.oneof(fc.json(), fc.string(), fc.constant(pixel), fc.webUrl())
  const entry = fc.oneof(fc.record({ b64_json: odd }), fc.record({ url: odd }), fc.jsonValue())
  const body = fc.oneof(
    odd,
    fc.record({ data: fc.array(entry) }).map((value) => JSON.stringify(value)),
  )
  await fc.assert(
    fc.asyncProperty(body, async (sent) => {
      next = sent
      const found = await ask(images)
      return 'image' in found ? found.image.type.startsWith('image/') : found.fault.message !== ''
    }),
    { numRuns: 300 },
  )
})
