import { errorCodes } from '../../src/core/error.ts'
import { httpLimits } from '../../src/transport/http/limits.ts'
import { statusOf, statusOfOwn } from '../../src/transport/http/problem-status.ts'
import { describeRest } from './openapi.ts'
import { markdown, type Page } from './page.ts'
import { type Shape, table, words } from './shape.ts'

type Named = { name: string; in: string; required?: boolean; description?: string; schema: Shape }
type Answer = { description: string; content?: Record<string, { schema: Shape }> }
type Operation = {
  summary: string
  description?: string
  tags: string[]
  parameters?: Named[]
  requestBody?: { content: Record<string, { schema: Shape }> }
  responses: Record<string, Answer>
}
type Document = {
  tags: { name: string; description: string }[]
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, Shape> }
}

const intro = `One server, one port: the viewer's pages, REST, the WebSocket at \`/\` and \`/v1/ws\`, all on \`http://localhost:8765\`. The machine-readable form is [openapi.json](openapi.json), served at \`/openapi.json\`; who may do what is on the page about [security](../security.md).

A body is JSON, at most ${httpLimits.body / 1024 / 1024} MiB and ${httpLimits.depth} levels deep. \`HEAD\` is answered wherever \`GET\` is. \`{run}\` is a run's name, a shortened one, or \`latest\`.

A refusal is \`application/problem+json\` (RFC 9457): \`type\`, \`title\`, \`status\`, \`code\`, \`detail\`, and \`hint\` where something can be done.`

const example = `\`\`\`sh
curl -s localhost:8765/v1/runs
curl -s localhost:8765/v1/runs -H 'Content-Type: application/json' -H 'Idempotency-Key: 1' -d '{"topic":"Does label smoothing help a small classifier?"}'
curl -sN localhost:8765/v1/runs/latest/events -H 'Accept: text/event-stream'
\`\`\``

const fieldRows = ({ properties = {}, required = [] }: Shape): string[][] =>
  Object.entries(properties).map(([name, shape]) => [
    `\`${name}\`${required.includes(name) ? '' : ' (optional)'}`,
    'body',
    words(shape),
    shape.description ?? '',
  ])

const inputRows = ({ parameters = [], requestBody }: Operation): string[][] => [
  ...parameters.map(({ name, in: place, required, description, schema }) => [
    `\`${name}\`${required ? '' : ' (optional)'}`,
    place,
    words(schema),
    description ?? '',
  ]),
  ...Object.values(requestBody?.content ?? {}).flatMap(({ schema }) => fieldRows(schema)),
]

const answersOf = ({ responses }: Operation): string => {
  const [good, bad] = [
    Object.keys(responses).filter((status) => status < '400'),
    Object.keys(responses).filter((status) => status >= '400'),
  ]
  const told = good.map((status) => `${status} ${Object.keys(responses[status]?.content ?? {}).join(' or ')}`.trim())
  return `Answers: ${[...told, ...bad].join(', ')}.`
}

const operationSection = (method: string, path: string, operation: Operation): string => {
  const rows = inputRows(operation)
  const [summary, more] = [`${operation.summary}.`, operation.description]
  return [
    `### ${method.toUpperCase()} ${path}`,
    summary,
    ...(more === undefined ? [] : [more]),
    ...(rows.length ? [table(['what', 'where', 'value', 'meaning'], rows)] : []),
    answersOf(operation),
  ].join('\n\n')
}

const problemRows = (): string[][] => [
  ...Object.entries(errorCodes).map(([code, { means }]) => [`${statusOf(code as keyof typeof errorCodes)}`, `\`${code}\``, means]),
  ...Object.entries(statusOfOwn).map(([code, { status, means }]) => [`${status}`, `\`${code}\``, means]),
]

/** Every route, by what it is about, and every code of a problem with its status. */
export const restPage = async (): Promise<Page> => {
  const { tags, paths } = (await describeRest()) as Document
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method, path, operation })),
  )
  const sections = tags.flatMap(({ name, description }) => [
    `## ${description}`,
    ...operations
      .filter(({ operation }) => operation.tags.includes(name))
      .map(({ method, path, operation }) => operationSection(method, path, operation)),
  ])
  return markdown('docs/reference/rest.md', 'REST', [
    intro,
    example,
    ...sections,
    '## Problems',
    table(
      ['status', 'code', 'meaning'],
      problemRows().sort(([one = ''], [other = '']) => one.localeCompare(other)),
    ),
  ])
}
