import { plain } from '../plain.ts'
import type { Manifest } from './manifest.ts'

const interpreters = {
  javascript: { name: 'Node 20.11 or newer', command: 'node reproduce.mjs' },
  python: { name: 'Python 3.8 or newer, with the packages that the program imports', command: 'python3 reproduce.py' },
} as const

const trust = ({ rehearsal }: Manifest, command: string): string[] =>
  rehearsal
    ? ['The program is of a rehearsal: it was made from templates, not by a model.', `Run: \`${command}\` (or \`sh reproduce\`).`]
    : [
        '**A language model wrote the program, and here it runs with your rights and without a sandbox.** Read `programs/winner/` first.',
        `Run: \`${command} --yes\` (or \`sh reproduce --yes\`); without \`--yes\` only the files are checked.`,
      ]

/** What to do with an archive, in ten lines. */
export const renderHowTo = (manifest: Manifest): string => {
  const { name, command } = interpreters[manifest.program.language]
  return [
    `# Run it again: ${plain(manifest.topic)}`,
    '',
    `1. You need ${name}; nothing of gal, and no network.`,
    ...trust(manifest, command).map((line, place) => `${place + 2}. ${line}`),
    '4. It checks the hashes of all files, runs the winner in a fresh folder, and compares every number with the report’s.',
    '5. The last line is the verdict. It ends with 0: all the same; 1: not the same; 2: it could not be run. `--seconds N` gives more time.',
    '6. `expected.json` holds every measurement of the winner’s last run: the report’s numbers come from there.',
    '7. `manifest.json` tells topic, models, seeds and versions; `config.json` the configuration as recorded.',
    '8. `programs.json` lists every program that was tried, with what it measured; their code is in `programs/others/`.',
    '',
  ].join('\n')
}

/** The same for a run that has no winner. */
export const nothingToRun =
  '# Nothing to run again\n\nNo program of this run ended well and measured something, so there are no numbers to compare. `programs.json` lists what was tried.\n'
