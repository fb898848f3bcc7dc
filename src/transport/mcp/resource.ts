import {
  type McpServer,
  ProtocolError,
  ProtocolErrorCode,
  type ReadResourceResult,
  ResourceNotFoundError,
} from '@modelcontextprotocol/server'
import { GalError } from '../../core/error.ts'
import type { McpParts } from './parts.ts'
import { saidOf, told } from './said.ts'

/** A part of what is offered for reading. */
export type Resource = (server: McpServer, parts: McpParts) => void

type Variables = Readonly<Record<string, unknown>>

/** What goes wrong is an error of the protocol, in the words of the lab; a defect is told to gal alone. */
export const telling =
  <Arguments extends readonly unknown[], Result>({ onDefect }: Pick<McpParts, 'onDefect'>, give: (...given: Arguments) => Result) =>
  (...given: Arguments): Result => {
    try {
      return give(...given)
    } catch (error) {
      if (error instanceof ProtocolError) throw error
      throw new ProtocolError(ProtocolErrorCode.InternalError, told(error, onDefect))
    }
  }

const absent: ReadonlySet<string> = new Set(['unknown-run', 'missing-file'])

/** Reads the text that stands at an address. What is not there is told as the protocol wants it. */
export const reading = (mimeType: string, parts: McpParts, textAt: (variables: Variables) => string) =>
  telling(parts, (uri: URL, variables: Variables): ReadResourceResult => {
    try {
      return { contents: [{ uri: uri.href, mimeType, text: textAt(variables) }] }
    } catch (error) {
      if (error instanceof GalError && absent.has(error.code)) throw new ResourceNotFoundError(uri.href, saidOf(error))
      throw error
    }
  })

/** The run that an address names. One that cannot be decoded stays as it is: there is no run of that name. */
export const runIn = ({ run }: Variables): string => {
  try {
    return decodeURIComponent(`${run}`)
  } catch (error) {
    if (error instanceof URIError) return `${run}`
    throw error
  }
}
