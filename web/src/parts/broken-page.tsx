import { Component, type ReactNode } from 'react'
import { useWords } from '../words/use-words.ts'
import { Button } from './button.tsx'

const Broken = ({ error }: { error: unknown }) => {
  const { failed } = useWords()
  return (
    <div className="problem-note" role="alert">
      <h1>{failed.title}</h1>
      <p>{failed.why}</p>
      <pre>{error instanceof Error ? (error.stack ?? error.message) : String(error)}</pre>
      <p className="acts">
        <Button onClick={() => location.reload()}>{failed.again}</Button>
      </p>
    </div>
  )
}

/** Keeps the bar and the foot when a page breaks, and says so. React asks for a class here. */
export class BrokenPage extends Component<{ children: ReactNode }, { error?: unknown }> {
  override state: { error?: unknown } = {}
  static getDerivedStateFromError(error: unknown) {
    return { error }
  }
  override render() {
    return this.state.error === undefined ? this.props.children : <Broken error={this.state.error} />
  }
}
