import { z } from 'zod'
import { defineEvent } from '../define-event.ts'
import { fault } from '../fault.ts'
import { metric } from '../metric.ts'
import { roleNames } from '../names.ts'
import { text } from '../text.ts'

export const programEvents = {
  'program-start': defineEvent({
    means: 'A program is about to be run; its folder is named after its id.',
    data: z.strictObject({
      id: z.string(),
      turn: z.string(),
      role: z.enum(roleNames),
      operator: z.enum(['dataset', 'try', 'draft', 'improve', 'repair', 'final']),
      parent: z.string().optional(),
      language: z.enum(['javascript', 'python']),
      code: text,
    }),
    apply(draft, { parent, ...program }) {
      draft.now.programs[program.id] ??= {
        ...program,
        ...(parent === undefined ? {} : { parent }),
        status: 'running',
        output: '',
        metrics: [],
        files: [],
        sandbox: '',
      }
    },
  }),
  'program-end': defineEvent({
    means: 'A program ended: its exit code and signal are the truth, its output is for people, its metrics were reported by itself.',
    data: z.strictObject({
      id: z.string(),
      fault: fault.optional(),
      exitCode: z.int().nullable(),
      signal: z.string().nullable(),
      output: text,
      metrics: z.array(metric),
      files: z.array(z.string()),
      sandbox: z.string(),
      seconds: z.number().nonnegative(),
    }),
    apply(draft, { id, fault: why, output, metrics, files, sandbox }) {
      const program = draft.now.programs[id]
      if (!program) return
      Object.assign(program, { status: why ? 'failed' : 'ok', output, metrics, files, sandbox, ...(why ? { why: why.message } : {}) })
    },
  }),
  'program-score': defineEvent({
    means: 'A reviewer judged a program from the plan, its code and what it measured.',
    data: z.strictObject({ turn: z.string(), id: z.string(), score: z.number().min(0).max(1), why: z.string() }),
    apply(draft, { id, score }) {
      const program = draft.now.programs[id]
      if (program) program.score = score
    },
  }),
  'reflection-add': defineEvent({
    means: 'The engineer wrote down what made a program better, for the programs after it.',
    data: z.strictObject({ turn: z.string(), program: z.string(), text: z.string().min(1) }),
    apply(draft, { program, text: lesson }) {
      draft.now.reflections.push({ program, text: lesson })
    },
  }),
}
