import type { ServerResponse } from 'node:http'
import { problemType, toldOf, toldOfStatus } from './problem.ts'

/** Answers with a problem where no framework is at hand; a defect is not described. */
export const sendError = (response: ServerResponse, error: unknown): void => {
  if (response.headersSent) {
    response.destroy()
    return
  }
  const { problem, headers } = toldOf(error) ?? toldOfStatus(500, 'the request failed by a defect in gal')
  response.writeHead(problem.status, { ...headers, 'content-type': problemType, 'cache-control': 'no-store' })
  response.end(JSON.stringify(problem))
}
