import { memo, type ReactNode } from 'react'
import type { TextView } from '../../../../src/core/viewer/viewer-state.ts'
import { EntryNumber } from '../../parts/entry-number.tsx'
import { Section } from '../../parts/section.tsx'
import { Nothing } from './nothing.tsx'
import { Written } from './written.tsx'

type TextSectionProps = { run: string; title: string; text: TextView | null; empty: string; children?: ReactNode }

/** A text that the lab settled on, the plan or what the results mean, and what belongs to it. */
export const TextSection = memo(({ run, title, text, empty, children }: TextSectionProps) => (
  <Section title={title} end={text && <EntryNumber run={run} seq={text.seq} />}>
    {text ? <Written run={run} text={text} /> : <Nothing yet={empty} />}
    {children}
  </Section>
))
