import { type McpServer, WebStandardStreamableHTTPServerTransport } from '@modelcontextprotocol/server'

/** Serves one message of an older revision without a session: clients that only send JSON and read JSON hold none. */
export const serveOnce = async (createServer: () => McpServer, request: Request, parsedBody: unknown): Promise<Response> => {
  const server = createServer()
  const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true })
  await server.connect(transport)
  try {
    return await transport.handleRequest(request, { parsedBody })
  } finally {
    await server.close()
  }
}
