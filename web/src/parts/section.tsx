import { type ReactNode, useId } from 'react'

type SectionProps = {
  title: string
  /** In small beside the title: what the section shows, in a few words. */
  note?: ReactNode
  /** At the end of the head: an EntryNumber, or a link. */
  end?: ReactNode
  className?: string
  children: ReactNode
}

/** A strong rule, a small head that ends in the entries which tell the section, and the section. */
export const Section = ({ title, note, end, className = '', children }: SectionProps) => {
  const id = useId()
  return (
    <section className={`section ${className}`} aria-labelledby={id}>
      <header>
        <h2 id={id}>{title}</h2>
        {note !== undefined && <span className="three small">{note}</span>}
        {end !== undefined && <span className="at-end">{end}</span>}
      </header>
      {children}
    </section>
  )
}
