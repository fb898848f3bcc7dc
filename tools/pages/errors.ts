import { errorCodes, exitStatus } from '../../src/core/error.ts'
import { markdown, type Page } from './page.ts'
import { table } from './shape.ts'

const intro = `Every way in which gal refuses, by its code. What is printed says what happened, where, and on the line below what to do. The codes stand in \`GalError.code\` and in the results of the WebSocket protocol. Anything else that is thrown is a defect, exit status ${exitStatus.defect}.

Trouble of a model, a source or a program (a time-out, a refusal, a crash) is none of these: it is a [fault](events.md#fault) on the record, and the lab goes on with it.`

/** Every error code with its meaning and its exit status. */
export const errorsPage = (): Page =>
  markdown('docs/reference/errors.md', 'Errors', [
    intro,
    table(
      ['code', 'meaning', 'exit status'],
      Object.entries(errorCodes).map(([code, { means, status }]) => [`\`${code}\``, means, `${exitStatus[status]}`]),
    ),
  ])
