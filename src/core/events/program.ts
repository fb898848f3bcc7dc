import { z } from 'zod'
import { defineEvent } from '../define-event.ts'
import { fault } from '../fault.ts'
import { metric } from '../metric.ts'
import { roleNames } from '../names.ts'
import { flagKinds, programOperators } from '../state.ts'
import { text } from '../text.ts'

export const programEvents = {
  'program-start': defineEvent({
    means: 'A program is about to be run; its folder is named after its id.',
    data: z.strictObject({
      id: z.string(),
      turn: z.string(),
      role: z.enum(roleNames),
      operator: z.enum(programOperators),
      parent: z.string().optional(),
      language: z.enum(['javascript', 'python']),
      code: text,
      seeds: z.array(z.int().nonnegative()).optional().describe('that the program is to repeat its work for'),
    }),
    apply(draft, { parent, seeds, ...program }) {
      draft.now.programs[program.id] ??= {
        ...program,
        ...(parent === undefined ? {} : { parent }),
        ...(seeds === undefined ? {} : { seeds }),
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
      hash: z.string().optional().describe('SHA-256 of the files that it was run with, seeds and data among them'),
      flags: z
        .array(z.strictObject({ kind: z.enum(flagKinds), why: z.string().min(1) }))
        .optional()
        .describe('reasons to doubt its numbers'),
    }),
    apply(draft, { id, fault: why, output, metrics, files, sandbox, hash, flags }) {
      const program = draft.now.programs[id]
      if (!program) return
      Object.assign(program, {
        status: why ? 'failed' : 'ok',
        output,
        metrics,
        files,
        sandbox,
        ...(why ? { why: why.message } : {}),
        ...(hash ? { hash } : {}),
        ...(flags ? { flags } : {}),
      })
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
  'program-judge': defineEvent({
    means: 'A program was held against the best so far, on fresh seeds that both were run on; the first one is the best without a test.',
    data: z.strictObject({
      program: z.string(),
      best: z.string().optional().describe('the best program before'),
      accepted: z.boolean().describe('whether it is the best from here on'),
      p: z.number().min(0).max(1).optional().describe('of a one-sided paired test'),
      difference: z.number().optional().describe('mean over the pairs, in the direction of the goal'),
      pairs: z.int().nonnegative(),
      level: z.number().min(0).max(1).optional().describe('p at which it would have been accepted'),
    }),
    apply(draft, judgement) {
      draft.now.judgements.push(judgement)
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
