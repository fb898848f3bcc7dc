import { z } from 'zod'
import { agentsSettings } from '../../agents/settings.ts'
import { kinds } from '../../core/kinds.ts'
import { type PhaseName, phaseNames } from '../../core/names.ts'
import { imagesSettings } from '../../models/images/settings.ts'
import { modelsSettings } from '../../models/settings.ts'
import { phaseNamed } from '../../phases/index.ts'
import { sandboxKinds } from '../../sandbox/index.ts'
import { sourcesSettings } from '../../sources/settings.ts'

const phaseName = z.enum(phaseNames)

/** A key for each phase, so that each has its default and is written out in config.yaml. */
const perPhase = <Schema extends z.ZodType>(schemaFor: (phase: PhaseName) => Schema) =>
  z.strictObject(Object.fromEntries(phaseNames.map((name) => [name, schemaFor(name)])) as Record<PhaseName, Schema>)

const settingsOf = (name: PhaseName) => phaseNamed(name).settings.prefault({}).describe(`The phase ${name}.`)

/** A BCP 47 tag of language, script and region, as far as people write them. */
const languageTag = /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?$/

const limits = {
  calls: z.int().min(1).optional().describe('Most calls of a model.'),
  tokens: z.int().min(1).optional().describe('Most tokens, sent and received together.'),
  money: z.number().positive().optional().describe('Most money, in the currency of models.price.'),
  seconds: z.number().positive().optional().describe('Most seconds at work; waiting for a person does not count.'),
}

const budget = z
  .strictObject({
    ...limits,
    phases: z
      .partialRecord(phaseName, z.strictObject(limits))
      .default({})
      .describe('The same limits for a phase alone, as in literature-review: { calls: 40 }.'),
  })
  .prefault({})
  .describe('What a run may spend. At a limit it ends with what it has, and says so; a limit left out is none.')

export const experiments = z
  .strictObject({
    language: z.enum(['python', 'javascript']).default('python').describe('The language that experiments are written in.'),
    packages: z
      .array(z.string().regex(/^[A-Za-z0-9][\w.-]*(\[[\w,-]+\])?==[\w.!+-]+$/))
      .max(50)
      .default([])
      .meta({ description: 'What gal setup python installs beside its own.', expects: 'a release such as networkx==3.3' }),
    sandbox: z
      .enum(sandboxKinds)
      .default('auto')
      .describe(
        'How programs are kept in: auto takes the first of bubblewrap, docker and macos that works here, and refuses where none does.',
      ),
    network: z
      .array(z.string().min(1).max(253))
      .max(50)
      .default([])
      .describe('Hosts that programs may reach on ports 80 and 443, by their exact names; only bubblewrap can do it.'),
    seconds: z.int().min(1).max(86_400).default(600).describe('Seconds that a program may run before it is killed.'),
    'memory-mib': z.int().min(64).max(1_048_576).default(2048).describe('Memory of a program, in MiB.'),
    'output-chars': z
      .int()
      .min(1000)
      .max(10_000_000)
      .default(20_000)
      .describe('Characters kept of what a program prints: the first and the last ones.'),
  })
  .prefault({})
  .describe('The programs that the lab writes and runs.')

const origin = z
  .string()
  .regex(/^https?:\/\/[^/\s?#@]+$/)
  .meta({ expects: 'an origin such as https://lab.example, without a path' })

const people = z
  .strictObject({
    'wait-seconds': z
      .int()
      .min(0)
      .default(600)
      .describe('Seconds that a run waits for an answer before it lets go with exit status 5; gal resume takes it up again.'),
    questions: z.int().min(0).default(0).describe('How many questions the agents may ask people in a run.'),
  })
  .prefault({})
  .describe('The people who look on.')

/** The whole configuration: gal's own keys, and those that phases, models and sources declare beside their code. Unknown keys are refused. */
export const configSchema = z.strictObject({
  topic: z.string().optional().describe('What the lab is to find out. A topic on the command line goes before it.'),
  language: z
    .string()
    .regex(languageTag)
    .default('en')
    .meta({ description: "The paper's language.", expects: 'a language code such as en, es, fr or pt-BR' }),
  ui: z
    .strictObject({
      language: z.enum(['en', 'es', 'fr']).default('en').describe('The language of messages and viewers.'),
      greeting: z
        .string()
        .min(1)
        .max(2000)
        .default('Respuesta desde gal')
        .describe('What a client is answered that sends a message without a type, as the oldest ones do.'),
    })
    .prefault({})
    .describe('What people see while the lab works.'),
  kind: z
    .enum(kinds)
    .default('experiment')
    .describe('The kind of work: an experiment on data, a simulation, a theory (no programs), or a survey of what others found.'),
  seed: z.int().min(0).default(1).describe('Where chance starts: the same seed, the same choices.'),
  // Models declare it as their own first key; here it stands at the top, and there it would be a second way to say the same.
  model: modelsSettings.shape.model,
  models: modelsSettings.omit({ model: true }).prefault({}).describe('How models are asked.'),
  images: imagesSettings,
  sources: sourcesSettings.prefault({}).describe('Where papers come from.'),
  phases: perPhase(settingsOf).prefault({}).describe('The work, phase by phase.'),
  'task-notes': z
    .partialRecord(phaseName, z.array(z.string().min(1).max(4000)))
    .default({})
    .describe('What the roles are told beside their task, as a list for a phase.'),
  gates: perPhase((name) => z.enum(['off', 'ask']).default('off').describe(`Whether a person decides how to go on after ${name}.`))
    .prefault({})
    .describe('Where the lab waits for a person.'),
  people,
  budget,
  experiments,
  runs: z.string().min(1).default('./runs').describe('The folder that runs are kept in.'),
  prompts: z.string().min(1).optional().describe("A folder of your own prompts; each file there goes before gal's of the same name."),
  host: z.string().min(1).default('localhost').describe('Where viewers connect to; localhost is this machine alone.'),
  port: z.int().min(0).max(65_535).default(8765).describe('The port for viewers; 0 takes any free one.'),
  'rest-port': z
    .int()
    .min(0)
    .max(65_535)
    .optional()
    .describe('A second port on which the same is served; 0 takes any free one. If not set, there is none.'),
  'allowed-origins': z
    .array(origin)
    .default([])
    .describe('Pages of other sites that may connect, by their origin, as in https://lab.example.'),
  serve: z.boolean().default(true).describe('Whether gal run lets viewers connect.'),
  agents: agentsSettings,
})
export type Config = z.infer<typeof configSchema>
