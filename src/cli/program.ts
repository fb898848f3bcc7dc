import { Command, CommanderError, Option } from 'commander'
import { version } from '../api/version.ts'
import { exitStatus } from '../core/error.ts'
import type { Io } from './io.ts'

type Action = (io: Io, options: Record<string, never>, ...args: string[]) => Promise<number>

/** Options that most commands take. */
const common: readonly (readonly [flags: string, description: string])[] = [
  ['-c, --config <file>', 'the configuration to use (default: config.yaml here, if there is one)'],
  ['--runs <dir>', 'the folder that runs are kept in (default: ./runs)'],
]
const driving: typeof common = [
  ['-m, --model <name>', 'the model: auto, rehearsal, or provider:name such as ollama:qwen3:8b'],
  ['--seed <n>', 'where chance starts'],
  ['--host <host>', 'where viewers connect to'],
  ['--port <n>', 'the port for viewers, 0 for any'],
  ['--no-serve', 'let no viewers connect'],
  ['--json', 'print every event as a line of JSON'],
  ['--plain', 'print plain lines instead of the live view'],
  ['--unsafe-exec', 'run what a model writes with no sandbox: it can read keys and write anywhere'],
]

type Declared = {
  usage: string
  what: string
  options?: typeof common
  load: () => Promise<Action>
}

/** Every command. Its code is loaded when it is called, so that help comes at once. */
const commands: readonly Declared[] = [
  {
    usage: 'init',
    what: 'write a commented config.yaml into this folder',
    options: [['--force', 'replace the one that is there']],
    load: async () => (await import('./commands/init.ts')).init,
  },
  {
    usage: 'run [topic]',
    what: 'begin a run and drive it to a reviewed report',
    options: driving,
    load: async () => (await import('./commands/run.ts')).run,
  },
  {
    usage: 'resume [run]',
    what: 'go on with a run (default: latest)',
    options: driving,
    load: async () => (await import('./commands/resume.ts')).resume,
  },
  { usage: 'runs', what: 'list the runs', options: [['--json', 'as JSON']], load: async () => (await import('./commands/runs.ts')).runs },
  {
    usage: 'show [run]',
    what: 'show where a run stands and what is on its record',
    options: [
      ['--json', 'as JSON'],
      ['--events', 'every event'],
      ['--event <id>', 'the events of a turn, a program or a number'],
    ],
    load: async () => (await import('./commands/show.ts')).show,
  },
  {
    usage: 'watch [run]',
    what: 'look on while another process drives a run',
    options: [
      ['--json', 'every event as a line of JSON'],
      ['--plain', 'plain lines'],
    ],
    load: async () => (await import('./commands/watch.ts')).watch,
  },
  {
    usage: 'view [run]',
    what: 'open the laboratory in Godot: the run as it goes, or its record',
    options: [
      ['--url <url>', 'the gal server to look at (default: one that runs already, else one of its own)'],
      ['--token <value>', 'what opens that server (or GAL_TOKEN)'],
      ['--replay <file>', 'play a record that gal export wrote (--format jsonl); no server is needed'],
      ['--example', 'play the rehearsal that comes with gal; no server is needed'],
    ],
    load: async () => (await import('./commands/view.ts')).view,
  },
  {
    usage: 'replay [run]',
    what: 'play the record of a run',
    options: [
      ['--speed <n>', 'times as fast as it was (default: 16)'],
      ['--plain', 'plain lines'],
    ],
    load: async () => (await import('./commands/replay.ts')).replay,
  },
  {
    usage: 'serve',
    what: 'let viewers connect to all runs, begin new ones and execute agents',
    options: [
      ['--host <host>', 'where viewers connect to'],
      ['--port <n>', 'the port, 0 for any'],
      ['--rest-port <n>', 'a second port on which the same is served'],
      ['--token [value]', 'let in only who shows this token; without a value one is made (or GAL_TOKEN)'],
      ['--audience-token [value]', 'let in who shows this one to look on only (or GAL_AUDIENCE_TOKEN)'],
      ['--allow-origin <origin>', 'let pages of this site connect, as in https://lab.example; may be repeated'],
    ],
    load: async () => (await import('./commands/serve.ts')).serve,
  },
  {
    usage: 'mcp',
    what: 'serve the lab to a program that speaks MCP, over standard input and output',
    options: [['-m, --model <name>', 'the model: auto, rehearsal, or provider:name such as ollama:qwen3:8b']],
    load: async () => (await import('./commands/mcp.ts')).mcp,
  },
  { usage: 'pause [run]', what: 'ask a run to pause', load: async () => (await import('./commands/people.ts')).pause },
  { usage: 'stop [run]', what: 'ask a run to stop', load: async () => (await import('./commands/people.ts')).stop },
  {
    usage: 'note <run> <text>',
    what: 'tell the lab something',
    options: [['--phase <phase>', 'for this phase only']],
    load: async () => (await import('./commands/people.ts')).note,
  },
  {
    usage: 'answer <run> <question> [answer]',
    what: 'answer a question of the lab',
    load: async () => (await import('./commands/people.ts')).answer,
  },
  {
    usage: 'export [run]',
    what: 'write the report or the record',
    options: [
      ['--format <format>', 'md, jsonl or zip (default: md)'],
      ['-o, --output <file>', 'the file (default: standard output)'],
    ],
    load: async () => (await import('./commands/export.ts')).exportRun,
  },
  {
    usage: 'models [action] [name]',
    what: 'list the models that can be used here; probe provider:name tries one out, pull gets one, create makes one',
    options: [
      ['-m, --model <name>', 'the model to ask about'],
      ['-f, --file <Modelfile>', 'create: what the model is made from (default: Modelfile here)'],
      ['--sha256 <hex>', 'pull: the checksum that a file must have'],
      ['--json', 'as JSON'],
    ],
    load: async () => (await import('./commands/models.ts')).models,
  },
  {
    usage: 'setup <what>',
    what: 'install what only some people need: llama runs GGUF files in gal itself, python gets NumPy, pandas and scikit-learn for programs',
    options: [['--again', 'make it anew, though it is there']],
    load: async () => (await import('./commands/setup.ts')).setup,
  },
  {
    usage: 'doctor',
    what: 'try what this machine can do, and say how to get the rest',
    options: [
      ['-m, --model <name>', 'the model to ask about'],
      ['--json', 'as JSON'],
      ['--fix', 'mend what can be mended without further rights, and say what was done'],
      ['--host <host>', 'where viewers would connect to'],
      ['--port <n>', 'the port to try'],
    ],
    load: async () => (await import('./commands/doctor.ts')).doctor,
  },
  {
    usage: 'check [run]',
    what: 'check the configuration, the prompts and the record of a run',
    load: async () => (await import('./commands/check.ts')).check,
  },
]

/** Names of all commands, for the tests of the reference page. */
export const commandNames = commands.map(({ usage }) => usage.split(' ', 1)[0] ?? '')

/** Options that may be given several times. */
const repeated: ReadonlySet<string> = new Set(['allowOrigin'])

const collect = (value: string, before: string[] = []) => [...before, value]

/** Reads the command line, carries the command out and gives the exit status. */
export const runProgram = async (argv: readonly string[], io: Io): Promise<number> => {
  let status: number = exitStatus.complete
  const program = new Command('gal')
    .description('The Godot Agent Laboratory: a topic in, a reviewed report out, and every step on the record.')
    .version(version)
    .showSuggestionAfterError()
    .showHelpAfterError('(gal --help lists everything)')
    .configureOutput({ writeOut: io.raw, writeErr: (text) => io.err(text.trimEnd()) })
    .exitOverride()
  for (const { usage, what, options = [], load } of commands) {
    const command = program.command(usage).description(what).exitOverride()
    for (const [flags, description] of [...options, ...common]) {
      const option = new Option(flags, description)
      command.addOption(repeated.has(option.attributeName()) ? option.argParser(collect) : option)
    }
    command.addOption(new Option('--set <key=value>', 'set one key of the configuration; may be repeated').argParser(collect))
    command.action(async (...given: unknown[]) => {
      const parsed = command.opts() as Record<string, never>
      const args = given.slice(0, -2).filter((value): value is string => typeof value === 'string')
      status = await (await load())(io, parsed, ...args)
    })
  }
  try {
    await program.parseAsync([...argv])
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    return error.exitCode === 0 ? exitStatus.complete : exitStatus.misuse
  }
  return status
}
