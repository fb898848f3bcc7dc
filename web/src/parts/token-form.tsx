import { type FormEvent, useId } from 'react'
import { storeToken } from '../live/token.ts'
import { useWords } from '../words/use-words.ts'
import { Button } from './button.tsx'

/** For a server that wants a token which the page's address did not bring. */
export const TokenForm = () => {
  const { token: words } = useWords()
  const id = useId()
  const use = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const token = new FormData(event.currentTarget).get('token')
    if (typeof token !== 'string' || token.trim() === '') return
    storeToken(sessionStorage, token.trim())
    location.reload()
  }
  return (
    <form className="empty token-form" onSubmit={use}>
      <h1>{words.title}</h1>
      <p>{words.why}</p>
      <div className="field">
        <label htmlFor={id}>{words.label}</label>
        <input className="input mono" id={id} name="token" type="password" autoComplete="off" required />
      </div>
      <Button kind="filled" type="submit">
        {words.use}
      </Button>
    </form>
  )
}
