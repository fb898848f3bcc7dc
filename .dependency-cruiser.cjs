/** Imports go one way only; one file owns each outside library. `npm run check` runs this, and a test plants a breach and sees red. */
const room = (names) => `^src/(${names.join('|')})/`
/** What only tests are made of. */
const ofTests = ['[.](test|conformance)[.]ts$', '/(testing|fixtures|stand-in|conformance)/']
const adapters = ['models', 'sources', 'sandbox', 'store', 'process']
const owned = (name, library, owner, comment) => ({
  name,
  severity: 'error',
  comment,
  from: { path: '^src/', pathNot: [owner, ...ofTests] },
  to: { path: library, dependencyTypesNot: ['type-only'] },
})
/** Everything of LangChain, whatever it is called next: its packages, its providers, what it reports to. */
const langchain = 'node_modules/(langchain|langsmith|@langchain/[^/]+)/'
/** Who makes chat models of it, and the port that speaks to them. */
const makersOfModels = ['langchain', 'cast-chat-model', 'ollama', 'hosted', 'dialects/[^/]+', 'embedded/[^/]+'].map(
  (name) => `^src/models/${name}[.]ts$`,
)
const mayImport = (from, to) => ({
  name: `${from}-imports-right-only`,
  severity: 'error',
  from: { path: room([from]), pathNot: ofTests },
  to: { path: '^src/', pathNot: [room([from, ...to])] },
})
const typesOnly = (from, names) => ({
  name: `${from}-takes-only-types-of-adapters`,
  severity: 'error',
  from: { path: room([from]), pathNot: ofTests },
  to: { path: room(names), dependencyTypesNot: ['type-only'] },
})

module.exports = {
  forbidden: [
    { name: 'no-cycle', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    {
      name: 'core-is-pure',
      severity: 'error',
      from: { path: '^src/core/', pathNot: ofTests },
      to: { pathNot: ['^src/core/', 'node_modules/zod/', '^crypto$', '^node:crypto$'] },
    },
    {
      name: 'tests-stay-out',
      severity: 'error',
      comment: 'what runs in the lab takes nothing that is there for tests',
      from: { path: '^src/', pathNot: ofTests },
      to: { path: '^src/.*/(testing|fixtures|stand-in|conformance)/' },
    },
    mayImport('core', []),
    mayImport('data', ['core']),
    mayImport('search', ['core']),
    ...adapters.filter((name) => name !== 'sandbox' && name !== 'sources').map((name) => mayImport(name, ['core'])),
    mayImport('sources', ['core', 'data']),
    mayImport('sandbox', ['core', 'process']),
    mayImport('agents', ['core', 'data', 'search', ...adapters]),
    mayImport('phases', ['core', 'data', 'search', 'agents', ...adapters]),
    mayImport('report', ['core', 'store']),
    mayImport('transport', ['core', 'store']),
    mayImport('lab', ['core', 'data', 'agents', 'phases', ...adapters]),
    mayImport('api', ['core', 'data', 'agents', 'phases', 'report', 'transport', 'lab', ...adapters]),
    typesOnly('agents', adapters),
    typesOnly('phases', adapters),
    typesOnly('report', adapters),
    typesOnly('transport', adapters),
    owned(
      'langgraph-in-one-file',
      'node_modules/@langchain/langgraph/',
      '^src/lab/graph[.]ts$',
      'LangGraph routes; it is owned by lab/graph.ts',
    ),
    owned('sqlite-in-store', 'node_modules/better-sqlite3/', '^src/store/', 'SQLite is owned by store/'),
    owned(
      'fastify-in-http',
      'node_modules/(fastify|@fastify|fastify-type-provider-zod|prom-client)/',
      '^src/transport/http/',
      'HTTP and its measures are owned by transport/http/',
    ),
    owned('mcp-in-one-folder', 'node_modules/@modelcontextprotocol/', '^src/transport/mcp/', 'MCP is owned by transport/mcp/'),
    owned('agui-in-one-folder', 'node_modules/@ag-ui/', '^src/transport/agui/', 'AG-UI is owned by transport/agui/'),
    owned('ws-in-one-file', 'node_modules/ws/', '^src/transport/', 'WebSockets are owned by transport/'),
    {
      name: 'langchain-where-models-are-made',
      severity: 'error',
      comment:
        'Of LangChain, these files take its chat models and messages, and lab/graph.ts its graph; nobody else knows it, nor its types',
      from: { path: '^src/', pathNot: [...makersOfModels, '^src/lab/graph[.]ts$', ...ofTests] },
      to: { path: langchain },
    },
    {
      name: 'langchain-graph-takes-only-the-graph',
      severity: 'error',
      from: { path: '^src/lab/graph[.]ts$' },
      to: { path: langchain, pathNot: 'node_modules/@langchain/langgraph/' },
    },
    owned('commander-in-cli', 'node_modules/commander/', '^src/cli/', 'the command line is owned by cli/'),
    owned('processes-in-process', '^(node:)?child_process$', '^src/process/', 'child processes are owned by process/'),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'] },
  },
}
