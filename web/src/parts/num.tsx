import { useFormats } from '../words/format.ts'

/** A number in the language chosen, in figures of one width. */
export const Num = ({ value, digits = 0 }: { value: number; digits?: number }) => {
  const { number } = useFormats()
  return <span className="num">{number(value, digits)}</span>
}
