import { useId } from 'react'
import { useWords } from '../../../words/use-words.ts'
import { recordWords } from '../words.ts'

const forms = ['fields', 'asStored'] as const
export type Form = (typeof forms)[number]

/** Whether an entry is read in words or as it is stored. */
export const Forms = ({ form, onForm }: { form: Form; onForm: (form: Form) => void }) => {
  const words = useWords(recordWords)
  const name = useId()
  return (
    <fieldset className="forms">
      <legend className="visually-hidden">{words.form}</legend>
      {forms.map((each) => (
        <label key={each}>
          <input type="radio" name={name} checked={each === form} onChange={() => onForm(each)} />
          {words[each]}
        </label>
      ))}
    </fieldset>
  )
}
