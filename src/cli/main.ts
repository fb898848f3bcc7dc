import { createIo } from './io.ts'
import { runProgram } from './program.ts'

/** The command line: the only place that catches errors, and that ends the process. */
export const main = async (argv: readonly string[]): Promise<void> => {
  const io = createIo()
  // LangChain opens a connection of its own when this is set; gal traces to its own log.
  if (process.env.GAL_KEEP_TRACING !== '1')
    for (const name of ['LANGSMITH_TRACING', 'LANGCHAIN_TRACING_V2', 'LANGCHAIN_TRACING']) delete process.env[name]
  try {
    process.exitCode = await runProgram(argv, io)
  } catch (error) {
    const { explain } = await import('./report-error.ts')
    const { lines, status } = explain(error)
    for (const line of lines) io.err(line)
    process.exitCode = status
  }
}
