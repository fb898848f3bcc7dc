import { z } from 'zod'
import { phaseNames, roleNames } from '../core/names.ts'
import { providersSettings, serversSettings } from './provider-settings.ts'
import { keyVariable, serverAddress } from './server-settings.ts'

const spec = z.string().trim().min(1)
const tokens = z.int().min(256)
const seconds = z.number().positive()

const ollama = z
  .strictObject({
    'base-url': serverAddress.default('http://127.0.0.1:11434').describe('Where Ollama listens.'),
    model: spec.optional().describe("The model that 'auto' and a bare 'ollama' take, when the server has it."),
    context: tokens
      .default(16_384)
      .describe('Most tokens of a prompt and its answer together; the server gets as much as a request needs, up to this.'),
    concurrency: z.int().min(1).default(1).describe('Requests to the server at a time.'),
    'keep-alive': z
      .union([z.string().min(1), z.number()])
      .default('10m')
      .describe('How long the server keeps a model in memory after a call; -1 is for ever.'),
    think: z.boolean().default(false).describe('Whether a thinking model may think first; its thoughts count towards max-tokens.'),
    'first-chunk-seconds': seconds.default(300).describe('Seconds to wait for the first word, while the model is loaded and reads.'),
    'idle-seconds': seconds.default(120).describe('Seconds to wait from one word to the next.'),
  })
  .prefault({})
  .describe('Models that run on an Ollama server.')

const llama = z
  .strictObject({
    folder: spec.optional().describe("The folder of GGUF files, also for 'auto'; ~/.cache/gal/models if not set."),
    model: spec
      .optional()
      .describe("The file that 'auto' and a bare 'llama' take, when it is there; else the largest that fits into memory."),
    context: tokens.default(8192).describe('Most tokens of a prompt and its answer together; memory for all of them is taken at once.'),
    contexts: z.int().min(1).max(64).default(6).describe('Conversations whose reading is kept in memory, as many as there is room for.'),
    concurrency: z.int().min(1).max(64).default(1).describe('Answers at a time; two share the cores of the processor.'),
    threads: z.int().min(1).max(512).optional().describe('Threads of the processor; one for each core that is not busy if not set.'),
  })
  .prefault({})
  .describe('Models that run in this process, from GGUF files, through node-llama-cpp (gal setup llama).')

const openai = z
  .strictObject({
    'base-url': serverAddress
      .default('https://api.openai.com/v1')
      .describe('Any server that speaks as OpenAI does: vLLM, llama.cpp, LM Studio, OpenRouter …'),
    'api-key-env': keyVariable
      .default('OPENAI_API_KEY')
      .describe('The environment variable that holds the key; empty for a server that wants none.'),
    structured: z
      .enum(['schema', 'object', 'off'])
      .default('schema')
      .describe(
        'How answers are held to their form: a JSON schema, any JSON object, or words alone. A server that refuses is asked for less.',
      ),
    context: tokens.default(32_768).describe('Most tokens of a prompt and its answer together.'),
  })
  .prefault({})
  .describe('Models behind an OpenAI-style server.')

const retry = z
  .strictObject({
    tries: z.int().min(1).default(4).describe('How often a call is made in all when the server is away, busy or silent.'),
    'base-seconds': seconds
      .default(2)
      .describe('The first wait; each later one is twice as long. A server that says how long to wait is obeyed, up to a minute.'),
  })
  .prefault({})
  .describe('Calls that failed for a reason that passes.')

const price = z
  .strictObject({
    input: z.number().nonnegative().default(0).describe('What a million tokens of prompts cost.'),
    output: z.number().nonnegative().default(0).describe('What a million tokens of answers cost.'),
  })
  .prefault({})
  .describe('For the cost of a run, in any currency. Local models and rehearsal cost nothing.')

/** The settings of everything under models/, as they stand in config.yaml. */
export const modelsSettings = z.strictObject({
  model: spec
    .default('auto')
    .describe(
      'provider:name, as in ollama:qwen3:8b, openai:gpt-4o or llama:FILE.gguf; rehearsal needs no model; auto takes Ollama if it answers, else a GGUF file that is there, else rehearsal.',
    ),
  roles: z
    .partialRecord(z.enum(roleNames), spec)
    .default({})
    .describe('Another model for a role: reviewer: openai:gpt-4o. It goes before that of the phase.'),
  phases: z.partialRecord(z.enum(phaseNames), spec).default({}).describe('Another model for a phase.'),
  temperature: z.number().min(0).max(2).default(0.7).describe('How freely a model chooses its words, from 0 to 2.'),
  'max-tokens': tokens.default(4096).describe('Most tokens of an answer.'),
  ollama,
  llama,
  openai,
  providers: providersSettings,
  servers: serversSettings,
  'total-seconds': seconds.default(3600).describe('Seconds that one answer may take in all, from whichever server.'),
  retry,
  price,
})
export type ModelsSettings = z.infer<typeof modelsSettings>
