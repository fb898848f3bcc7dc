import type { ReactNode } from 'react'
import { Link, useLocation } from 'wouter'

/** A link of the bar: marked while its page is shown. */
export const NavLink = ({ href, children }: { href: string; children: ReactNode }) => {
  const [location] = useLocation()
  return (
    <Link href={href} aria-current={location === href ? 'page' : undefined}>
      {children}
    </Link>
  )
}
