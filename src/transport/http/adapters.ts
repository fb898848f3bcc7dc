import type { Adapter } from './context.ts'

/** An interface over the log with a path of its own, loaded at the first request for it: its libraries weigh more than the rest. */
export type LazyAdapter = { path: string; load(): Promise<Adapter> }

/** What is served beside the pages and REST. A new one is one line. */
export const adapters: readonly LazyAdapter[] = [
  { path: '/mcp', load: async () => (await import('../mcp/index.ts')).mcp },
  { path: '/agui', load: async () => (await import('../agui/index.ts')).agui },
]

/** Everything else. */
export const rest: LazyAdapter = { path: '', load: async () => (await import('./rest.ts')).rest }
