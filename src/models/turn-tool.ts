import type { TurnSchema } from './model.ts'

/** The one tool that a model is given where its server takes tools and no schema: calling it is taking a turn. */
export const turnTool = { name: 'turn', description: 'Take your turn: one command with its arguments.' }

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

/** The schema as parameters of a tool, which have to be an object: a choice of commands is put into one. */
export const toolParameters = ({ $schema: _dialect, ...schema }: TurnSchema): TurnSchema =>
  schema.type === 'object' ? schema : { type: 'object', properties: { turn: schema }, required: ['turn'], additionalProperties: false }

/** The turn in the arguments of a call; any other text stays as it is. */
export const turnInCall = (text: string): string => {
  try {
    const call: unknown = JSON.parse(text)
    return isObject(call) && isObject(call.turn) ? JSON.stringify(call.turn) : text
  } catch {
    return text
  }
}
