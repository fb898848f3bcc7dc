import { Fragment } from 'react'
import { linkKind } from '../text/safe-link.ts'
import type { Inline } from '../text/text-tree.ts'
import { CiteMark } from './cite-mark.tsx'
import { FileLink } from './file-link.tsx'
import { NumberMark } from './number-mark.tsx'
import { Picture } from './picture.tsx'

const InlineLink = ({ href, children }: { href: string; children: readonly Inline[] }) => {
  const kind = linkKind(href)
  if (kind === 'outside')
    return (
      <a href={href} target="_blank" rel="noopener noreferrer nofollow">
        <Inlines of={children} />
      </a>
    )
  if (kind === 'file')
    return (
      <FileLink name={href}>
        <Inlines of={children} />
      </FileLink>
    )
  return <Inlines of={children} />
}

const One = ({ of: child }: { of: Inline }) => {
  switch (child.kind) {
    case 'text':
      return child.text
    case 'number':
      return <NumberMark mark={child.mark} text={child.text} />
    case 'cite':
      return <CiteMark number={child.number} />
    case 'strong':
      return (
        <b>
          <Inlines of={child.children} />
        </b>
      )
    case 'emphasis':
      return (
        <em>
          <Inlines of={child.children} />
        </em>
      )
    case 'struck':
      return (
        <s>
          <Inlines of={child.children} />
        </s>
      )
    case 'code':
      return <code>{child.text}</code>
    case 'math':
      return <span className="math">{child.text}</span>
    case 'link':
      return <InlineLink href={child.href}>{child.children}</InlineLink>
    case 'image':
      return <Picture src={child.src} alt={child.alt} />
    case 'break':
      return <br />
  }
}

/** Words of the report. Everything a model wrote comes through here as text. */
export const Inlines = ({ of }: { of: readonly Inline[] }) =>
  of.map((child, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the words of a passage have no name but their place.
    <Fragment key={place}>
      <One of={child} />
    </Fragment>
  ))
