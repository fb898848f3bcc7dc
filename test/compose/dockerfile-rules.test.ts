import { expect, test } from 'vitest'
import { instructionsOf } from './dockerfile.ts'
import { rules } from './dockerfile-rules.ts'
import { textOf } from './files.ts'

const text = textOf('Dockerfile')
const complaints = (file: string): string[] =>
  rules.flatMap(({ id, broken }) => broken(instructionsOf(file)).map((line) => `${id}: ${line}`))

test('the Dockerfile keeps the rules of hadolint', () => expect(complaints(text)).toEqual([]))

/** What breaks each rule, put at the end of the Dockerfile. */
const breaches: Readonly<Record<string, string>> = {
  DL3001: 'RUN service nginx start',
  DL3003: 'RUN cd /gal && npm ci',
  DL3004: 'RUN sudo true',
  DL3007: 'FROM node',
  DL3011: 'EXPOSE 80000',
  DL3012: 'HEALTHCHECK CMD ["true"]',
  DL3014: 'RUN apt-get install --no-install-recommends git',
  DL3015: 'RUN apt-get install --yes git',
  DL3020: 'ADD a b',
  DL3021: 'COPY a b c',
  DL3022: 'COPY --from=nowhere /a /b',
  DL3024: 'FROM node:24 AS web',
  DL3025: 'CMD gal serve',
  DL3027: 'RUN apt update',
  DL3029: 'FROM --platform=linux/amd64 node:24',
  DL3045: 'FROM node:24\nCOPY a b',
  DL4000: 'MAINTAINER nobody',
  DL4003: 'CMD ["serve"]',
  DL4004: 'ENTRYPOINT ["gal"]',
  DL4006: 'RUN echo a | cat',
}

test.each(rules)('$id is heard when it is broken: $what', ({ id }) => {
  const broken = complaints(`${text}\n${breaches[id]}\n`)
  expect(broken.filter((line) => line.startsWith(id))).not.toEqual([])
})
