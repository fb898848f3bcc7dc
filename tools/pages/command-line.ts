import type { Io } from '../../src/cli/io.ts'
import { commandNames, runProgram } from '../../src/cli/program.ts'
import { exitMeanings, exitStatus } from '../../src/core/error.ts'
import { markdown, type Page } from './page.ts'
import { table } from './shape.ts'

/** What `gal <command> --help` prints. */
const helpOf = async (command: string): Promise<string> => {
  const printed: string[] = []
  const print = (text: string) => void printed.push(text)
  const io: Io = {
    out: print,
    err: print,
    raw: print,
    env: {},
    isTerminal: false,
    columns: 80,
    rows: 24,
    interrupt: new AbortController().signal,
  }
  await runProgram(['node', 'gal', command, '--help'], io)
  return printed.join('')
}

/** The rows under a heading of a help text. How it was wrapped depends on the terminal, so what was wrapped is joined again. */
const rowsUnder = (help: string, heading: string): string[][] => {
  const [, part = ''] = help.split(`${heading}:\n`)
  const [block = ''] = part.split('\n\n')
  return block
    .replaceAll(/\n {4,}/g, ' ')
    .split('\n')
    .map((line) => /^ {2}(\S.*?)(?: {2,}(.*))?$/.exec(line))
    .filter((match) => match !== null)
    .map(([, term = '', meaning = '']) => [`\`${term}\``, meaning])
}

const describe = (help: string): string => {
  const [usage = '', words = ''] = help.split('\n\n')
  return [`\`${usage.replace('Usage: ', '').replaceAll(/\s+/g, ' ')}\``, `${words.replaceAll(/\s+/g, ' ').trim()}.`].join(': ')
}

const section = async (command: string): Promise<string> => {
  const help = await helpOf(command)
  const options = rowsUnder(help, 'Options').filter(([term]) => !term?.includes('--help'))
  return [`### ${command}`, describe(help), table(['option', 'meaning'], options)].join('\n\n')
}

const names = Object.keys(exitStatus) as (keyof typeof exitStatus)[]

/** Every command of the command line with its options, and every exit status. */
export const commandLinePage = async (): Promise<Page> =>
  markdown('docs/cli.md', 'Command line', [
    'In a clone, `npx gal <command>`. A run is named by its name or by `latest`. The configuration is `config.yaml` here, if there is one.',
    '## Exit status',
    table(
      ['status', 'name', 'meaning'],
      names.map((name) => [`${exitStatus[name]}`, name, exitMeanings[name]]),
    ),
    'The first Ctrl-C lets go of the run in order; a second one ends the process at once. Nothing that was stored is lost either way.',
    '## Commands',
    ...(await Promise.all(commandNames.map(section))),
  ])
