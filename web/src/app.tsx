import { lazy, Suspense } from 'react'
import { Route, Switch } from 'wouter'
import { Frame } from './frame.tsx'
import { NotFound } from './parts/problem.tsx'
import { RunFrame } from './run-frame.tsx'
import { useWords } from './words/use-words.ts'

const RunsPage = lazy(async () => ({ default: (await import('./pages/runs/runs-page.tsx')).RunsPage }))
const AgentsPage = lazy(async () => ({ default: (await import('./pages/agents/agents-page.tsx')).AgentsPage }))
const LabPage = lazy(async () => ({ default: (await import('./pages/lab/lab-page.tsx')).LabPage }))
const RecordPage = lazy(async () => ({ default: (await import('./pages/record/record-page.tsx')).RecordPage }))
const PaperPage = lazy(async () => ({ default: (await import('./pages/paper/paper-page.tsx')).PaperPage }))

const runPages = [
  { path: '/runs/:run', page: 'lab', Page: LabPage },
  { path: '/runs/:run/record', page: 'record', Page: RecordPage },
  { path: '/runs/:run/paper', page: 'paper', Page: PaperPage },
] as const

/** One page for each address; a page is fetched when it is first opened. */
export const App = () => {
  const words = useWords()
  return (
    <Switch>
      <Route path="/">
        <Frame title={words.runs}>
          <Suspense>
            <RunsPage />
          </Suspense>
        </Frame>
      </Route>
      <Route path="/agents">
        <Frame title={words.agents}>
          <Suspense>
            <AgentsPage />
          </Suspense>
        </Frame>
      </Route>
      {runPages.map(({ path, page, Page }) => (
        <Route path={path} key={path}>
          {({ run }: { run: string }) => (
            <RunFrame run={run} page={page}>
              <Page run={run} key={run} />
            </RunFrame>
          )}
        </Route>
      ))}
      <Route>
        <Frame title={words.notFound.title}>
          <NotFound />
        </Frame>
      </Route>
    </Switch>
  )
}
