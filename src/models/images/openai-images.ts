import { z } from 'zod'
import { createFault, type Fault } from '../../core/fault.ts'
import { complaintOf, faultFromStatus, readJson } from '../fault-from-status.ts'
import { redact } from '../redact.ts'
import { refusalHints } from '../refusal-hints.ts'
import { fetchBytes } from './fetch-bytes.ts'
import { imageType } from './image-type.ts'
import type { Image, Images } from './images.ts'

export type OpenAIImagesOptions = {
  model: string
  baseUrl: string
  /** Empty for a server that wants none. */
  apiKey: string
  size?: string | undefined
  timeoutMs: number
  fetch: typeof fetch
  /** Bytes of an image; 16 MiB if not said. */
  mostBytes?: number
}

type Found = { image: Image } | { fault: Fault }

/** `created` and `usage` stand beside it; GPT models send b64_json alone, DALL·E an address unless it is asked for b64_json. */
const answer = z.looseObject({
  data: z.tuple([z.looseObject({ b64_json: z.string().min(1).nullish(), url: z.string().min(1).nullish() })], z.unknown()),
})

const mebibyte = 1024 * 1024

/** What stands around an image in an answer: dates, a prompt that was rewritten, counts. */
const around = mebibyte

/** A server that does not know the field, as OpenAI's own for its GPT models, names it. */
const refusesFormat = (status: number, body: string): boolean =>
  (status === 400 || status === 422) && /response_format/.test(complaintOf(body))

const addressOf = (text: string): URL | undefined => (URL.canParse(text) ? new URL(text) : undefined)

/**
 * Images from `POST {baseUrl}/images/generations`, as OpenAI describes it: https://platform.openai.com/docs/api-reference/images.
 * An image that comes as an address is fetched, without the key, over https or from the server itself. No key ever reaches a message.
 */
export const createOpenAIImages = (options: OpenAIImagesOptions): Images => {
  const { model, baseUrl, apiKey, size, timeoutMs, fetch, mostBytes = 16 * mebibyte } = options
  const { origin } = new URL(baseUrl)
  const where = `${model} at ${origin}`
  const headers = { 'content-type': 'application/json', ...(apiKey === '' ? {} : { authorization: `Bearer ${apiKey}` }) }
  let format: object = { response_format: 'b64_json' }

  const bad = (says: string): { fault: Fault } => ({ fault: createFault('bad-output', `${where} ${says}`) })
  const tooLarge = () => bad(`sent an image of more than ${mostBytes / mebibyte} MiB`)

  const imageOf = (bytes: Buffer): Found => {
    const type = imageType(bytes)
    if (type === undefined) return bad('sent what is no PNG, JPEG, WebP or GIF')
    return bytes.length > mostBytes ? tooLarge() : { image: { bytes, type } }
  }

  const fetchImage = async (text: string, signal: AbortSignal): Promise<Found> => {
    const address = addressOf(text)
    if (!address || (address.protocol !== 'https:' && address.origin !== origin))
      return bad('sent the address of an image that is neither https nor its own')
    const got = await fetchBytes({ url: address.href, most: mostBytes, where: `the image at ${address.origin}`, fetch, signal })
    if ('fault' in got) return got
    if (got.status !== 200) return bad(`made an image, but ${address.origin} answered ${got.status} when it was fetched`)
    return got.whole ? imageOf(got.bytes) : tooLarge()
  }

  const read = (bytes: Buffer, signal: AbortSignal): Promise<Found> | Found => {
    const { data } = answer.safeParse(readJson(bytes.toString()))
    const [first] = data?.data ?? []
    if (first?.b64_json) return imageOf(Buffer.from(first.b64_json, 'base64'))
    return first?.url ? fetchImage(first.url, signal) : bad('sent no image where OpenAI sends one: check the base-url')
  }

  const ask = async (prompt: string, signal: AbortSignal): Promise<Found> => {
    const sent = format
    const got = await fetchBytes({
      url: `${baseUrl.replace(/\/+$/, '')}/images/generations`,
      init: { method: 'POST', headers, body: JSON.stringify({ model, prompt, n: 1, ...(size ? { size } : {}), ...sent }) },
      most: Math.ceil((mostBytes * 4) / 3) + around,
      where,
      fetch,
      signal,
    })
    if ('fault' in got) return got
    if (got.status === 200) return got.whole ? read(got.bytes, signal) : tooLarge()
    // Redacted before it is shortened: a part of a key is one too.
    const refusal = { status: got.status, headers: got.headers, body: redact(got.bytes.toString(), apiKey) }
    if (!('response_format' in sent) || !refusesFormat(refusal.status, refusal.body))
      return { fault: faultFromStatus(refusal, where, refusalHints[refusal.status]) }
    format = {}
    return ask(prompt, signal)
  }

  return { model, generate: (prompt, signal) => ask(prompt, AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)])) }
}
