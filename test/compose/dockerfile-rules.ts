import type { Instruction } from './dockerfile.ts'

/** A rule of hadolint's by its number, and the lines of a Dockerfile that break it. */
export type Rule = { id: string; what: string; broken(instructions: readonly Instruction[]): string[] }

const lines =
  (name: string, breaks: (rest: string) => boolean): Rule['broken'] =>
  (instructions) =>
    instructions.filter((one) => one.name === name && breaks(one.rest)).map((one) => `${one.name} ${one.rest}`)

/** Each FROM with what comes after it. */
const stagesOf = (instructions: readonly Instruction[]): Instruction[][] => {
  const starts = instructions.flatMap((one, place) => (one.name === 'FROM' ? [place] : []))
  return starts.map((start, stage) => instructions.slice(start, starts[stage + 1]))
}

const aliasOf = (from: string): string | undefined => / as (\S+)$/i.exec(from)?.[1]?.toLowerCase()
const oncePerStage =
  (name: string): Rule['broken'] =>
  (instructions) =>
    stagesOf(instructions).flatMap((stage) =>
      stage
        .filter((one) => one.name === name)
        .slice(1)
        .map((one) => `${name} ${one.rest}`),
    )
const word = (text: string): RegExp => new RegExp(`(^|[;&|(]\\s*|\\s)${text}(\\s|$)`)

export const rules: readonly Rule[] = [
  {
    id: 'DL3001',
    what: 'no command that makes no sense in a container',
    broken: lines('RUN', (run) => word('(ssh|vim|shutdown|service|ps|free|top|kill|mount|ifconfig)').test(run)),
  },
  { id: 'DL3003', what: 'WORKDIR changes the folder, not cd', broken: lines('RUN', (run) => word('cd').test(run)) },
  { id: 'DL3004', what: 'no sudo', broken: lines('RUN', (run) => word('sudo').test(run)) },
  {
    id: 'DL3007',
    what: 'no image by a tag that moves',
    broken: lines('FROM', (from) => /:latest(\s|$)/.test(from) || !/[:@]/.test(from.split(' ')[0] ?? '')),
  },
  {
    id: 'DL3011',
    what: 'ports within 0 to 65535',
    broken: lines('EXPOSE', (ports) => ports.split(/\s+/).some((port) => Number.parseInt(port, 10) > 65_535)),
  },
  { id: 'DL3012', what: 'one HEALTHCHECK', broken: oncePerStage('HEALTHCHECK') },
  {
    id: 'DL3014',
    what: 'apt-get answers its own questions',
    broken: lines('RUN', (run) => /apt-get (?!.*(-y|--yes|-qq)\b).*install/.test(run)),
  },
  {
    id: 'DL3015',
    what: 'nothing that is only recommended',
    broken: lines('RUN', (run) => run.includes('apt-get install') && !run.includes('--no-install-recommends')),
  },
  { id: 'DL3020', what: 'COPY, not ADD', broken: lines('ADD', () => true) },
  {
    id: 'DL3021',
    what: 'several files are copied to a folder',
    broken: lines('COPY', (copy) => copy.split(' ').filter((part) => !part.startsWith('--')).length > 2 && !copy.endsWith('/')),
  },
  {
    id: 'DL3022',
    what: 'what is copied from another stage names an earlier one',
    broken: (instructions) =>
      instructions.flatMap(({ name, rest }, place) => {
        const from = name === 'COPY' ? /--from=(\S+)/.exec(rest)?.[1]?.toLowerCase() : undefined
        const known = instructions.slice(0, place).flatMap((one) => (one.name === 'FROM' ? [aliasOf(one.rest)] : []))
        return from === undefined || known.includes(from) ? [] : [`COPY ${rest}`]
      }),
  },
  {
    id: 'DL3024',
    what: 'each stage has a name of its own',
    broken: (instructions) => {
      const names = instructions.flatMap((one) => (one.name === 'FROM' ? [aliasOf(one.rest) ?? ''] : [])).filter((name) => name !== '')
      return names.filter((name, place) => names.indexOf(name) !== place)
    },
  },
  {
    id: 'DL3025',
    what: 'CMD and ENTRYPOINT as JSON',
    broken: (all) => ['CMD', 'ENTRYPOINT'].flatMap((name) => lines(name, (rest) => !/^\[.*\]$/.test(rest))(all)),
  },
  { id: 'DL3027', what: 'apt-get, not apt', broken: lines('RUN', (run) => word('apt').test(run)) },
  { id: 'DL3029', what: 'no fixed platform', broken: lines('FROM', (from) => from.includes('--platform=')) },
  {
    id: 'DL3045',
    what: 'nothing is copied to a relative place before WORKDIR',
    broken: (instructions) =>
      stagesOf(instructions).flatMap((stage) => {
        const folder = stage.findIndex((one) => one.name === 'WORKDIR')
        const before = folder < 0 ? stage : stage.slice(0, folder)
        return lines('COPY', (copy) => !(copy.split(' ').at(-1) ?? '').startsWith('/'))(before)
      }),
  },
  { id: 'DL4000', what: 'no MAINTAINER', broken: lines('MAINTAINER', () => true) },
  { id: 'DL4003', what: 'one CMD', broken: oncePerStage('CMD') },
  { id: 'DL4004', what: 'one ENTRYPOINT', broken: oncePerStage('ENTRYPOINT') },
  {
    id: 'DL4006',
    what: 'no pipe whose failure nobody hears',
    broken: lines('RUN', (run) => /[^|]\|[^|]/.test(run) && !run.includes('pipefail')),
  },
]
