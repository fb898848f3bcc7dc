import { useId, useState } from 'react'

type FieldProps = {
  name: string
  value: string
  onChange: (value: string) => void
  width: 'half' | 'third' | 'whole'
  unit?: string
  placeholder?: string
  hint?: string
  /** What is wrong with the value; said when the field is left, never while typing. */
  problem?: string | undefined
  /** Shown at once: the form was sent. */
  insist: boolean
  inputMode?: 'numeric' | 'decimal' | 'text'
  list?: readonly string[]
}

/** One setting: its name, its field, its unit, and what is wrong with it. */
export const Field = ({ name, value, onChange, width, unit, placeholder, hint, problem, insist, inputMode = 'text', list }: FieldProps) => {
  const id = useId()
  const [left, setLeft] = useState(false)
  const wrong = problem !== undefined && (left || insist) ? problem : undefined
  const said = wrong ?? hint
  return (
    <div className={`field ${width}`}>
      <label htmlFor={id} data-unit={unit}>
        {name}
      </label>
      <input
        className={`input ${inputMode === 'text' ? '' : 'num'}`}
        id={id}
        value={value}
        placeholder={placeholder}
        inputMode={inputMode}
        autoComplete="off"
        spellCheck={false}
        list={list && `${id}-list`}
        aria-invalid={wrong !== undefined}
        aria-describedby={said === undefined ? undefined : `${id}-said`}
        onChange={(event) => onChange(event.currentTarget.value)}
        onFocus={() => setLeft(false)}
        onBlur={() => setLeft(true)}
      />
      {list && (
        <datalist id={`${id}-list`}>
          {list.map((entry) => (
            <option key={entry} value={entry} />
          ))}
        </datalist>
      )}
      {said !== undefined && (
        <p id={`${id}-said`} className={wrong === undefined ? 'hint' : 'problem'}>
          {said}
        </p>
      )}
    </div>
  )
}
