import { type FormEvent, useId, useMemo, useRef, useState } from 'react'
import { useConnection } from '../../live/use-live.ts'
import { Button } from '../../parts/button.tsx'
import { useKeys } from '../../parts/keys.ts'
import { useWords } from '../../words/use-words.ts'
import { Field } from './field.tsx'
import { configFrom, emptyForm, problemsIn, type StartForm } from './start-config.ts'
import type { Start } from './use-start.ts'
import { runsWords } from './words.ts'

type NewRunProps = {
  start: Start
  /** Models that earlier runs used, to choose from. */
  models: readonly string[]
}

const alwaysThere = ['auto', 'rehearsal']

/** The form that begins a run. What config.yaml says holds for every field that is left empty. */
export const NewRun = ({ start, models }: NewRunProps) => {
  const words = useWords(runsWords)
  const shared = useWords()
  const { status, readOnly } = useConnection()
  const [form, setForm] = useState(emptyForm)
  const [insist, setInsist] = useState(false)
  const topicId = useId()
  const topicField = useRef<HTMLTextAreaElement>(null)
  const problems = problemsIn(form)
  const wrong = (field: 'time' | 'money' | 'calls' | 'seed' | 'language') => (problems.has(field) ? words.wrong[field] : undefined)
  const change = (field: keyof StartForm) => (value: string) => setForm((before) => ({ ...before, [field]: value }))
  useKeys(
    useMemo(
      () => ({ title: shared.runs, keys: [{ keys: 'n', says: words.question, press: () => topicField.current?.focus() }] }),
      [shared, words],
    ),
  )

  const submit = (event: FormEvent) => {
    event.preventDefault()
    setInsist(problems.size > 0)
    if (problems.has('topic')) topicField.current?.focus()
    if (problems.size === 0) void start.begin(form.topic.trim(), configFrom(form))
  }
  const why = readOnly ? shared.connection.readOnlyWhy : status === 'lost' ? words.serverNeeded : words.youMayLeave
  const topicWrong = insist && problems.has('topic')
  return (
    <form className="new-run" onSubmit={submit} noValidate>
      <div>
        <label className="big" htmlFor={topicId}>
          {words.question}
        </label>
        <textarea
          className="topic"
          id={topicId}
          ref={topicField}
          rows={2}
          maxLength={20_000}
          placeholder={words.placeholder}
          value={form.topic}
          aria-invalid={topicWrong}
          aria-describedby={`${topicId}-said`}
          onChange={(event) => change('topic')(event.currentTarget.value)}
          onKeyDown={(event) => {
            // A topic is one paragraph: Enter sends, as in a search; Shift+Enter breaks the line.
            if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) submit(event)
          }}
        />
        <p className="go">
          <Button kind="filled" icon="play" type="submit" disabled={start.busy || readOnly || status !== 'live'}>
            {start.busy ? words.starting : words.start}
          </Button>
          <output className={topicWrong || start.refused ? 'refused' : 'small two'} id={`${topicId}-said`}>
            {topicWrong ? words.wrong.topic : (start.refused ?? why)}
          </output>
        </p>
      </div>
      <div className="settings">
        <Field
          name={words.model}
          width="whole"
          value={form.model}
          onChange={change('model')}
          placeholder={words.asDefault}
          hint={words.modelHint}
          list={[...new Set([...alwaysThere, ...models])]}
          insist={insist}
        />
        <Field
          name={words.time}
          width="third"
          unit={words.minutes}
          value={form.minutes}
          onChange={change('minutes')}
          placeholder={words.noLimit}
          problem={wrong('time')}
          insist={insist}
          inputMode="decimal"
        />
        <Field
          name={words.money}
          width="third"
          value={form.money}
          onChange={change('money')}
          placeholder={words.noLimit}
          problem={wrong('money')}
          insist={insist}
          inputMode="decimal"
        />
        <Field
          name={words.calls}
          width="third"
          value={form.calls}
          onChange={change('calls')}
          placeholder={words.noLimit}
          problem={wrong('calls')}
          insist={insist}
          inputMode="numeric"
        />
        <label className="check">
          <input
            type="checkbox"
            checked={form.ask}
            onChange={({ currentTarget: { checked } }) => setForm((before) => ({ ...before, ask: checked }))}
          />{' '}
          <span>{words.ask}</span>
        </label>
        <details className="more" open={insist && (problems.has('seed') || problems.has('language')) ? true : undefined}>
          <summary>{words.more}</summary>
          <div className="settings">
            <Field
              name={words.language}
              width="half"
              value={form.language}
              onChange={change('language')}
              placeholder={words.asDefault}
              problem={wrong('language')}
              insist={insist}
              list={['en', 'es', 'fr', 'de', 'pt-BR']}
            />
            <Field
              name={words.seed}
              width="half"
              value={form.seed}
              onChange={change('seed')}
              placeholder={words.asDefault}
              hint={words.seedHint}
              problem={wrong('seed')}
              insist={insist}
              inputMode="numeric"
            />
          </div>
        </details>
      </div>
    </form>
  )
}
