import { z } from 'zod'
import { keyVariable, serverAddress } from '../server-settings.ts'

/** Where images come from, as it stands in config.yaml. Without a model there are none. */
export const imagesSettings = z
  .strictObject({
    model: z.string().trim().min(1).optional().describe('The model that makes images, such as gpt-image-1; if not set, there are none.'),
    'base-url': serverAddress
      .default('https://api.openai.com/v1')
      .describe('Any server that makes images as OpenAI does: its address before /images/generations.'),
    'api-key-env': keyVariable
      .default('OPENAI_API_KEY')
      .describe('The environment variable that holds the key; empty for a server that wants none.'),
    size: z.string().trim().min(1).optional().describe('The size of an image, such as 1024x1024; if not set, the server chooses.'),
    'timeout-seconds': z.number().min(1).max(300).default(300).describe('Seconds after which an image that has not come is given up.'),
  })
  .prefault({})
  .describe('Images for viewers that ask for one with POST /api/image. No run uses them.')
export type ImagesSettings = z.infer<typeof imagesSettings>
