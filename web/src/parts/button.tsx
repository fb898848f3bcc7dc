import type { ComponentProps } from 'react'
import { Icon, type IconName } from './icon.tsx'

type ButtonProps = Omit<ComponentProps<'button'>, 'className'> & {
  /** `filled`: one a view. `lit`: the default answer to a question alone. */
  kind?: 'outlined' | 'filled' | 'lit' | 'quiet' | 'danger'
  icon?: IconName
}

export const Button = ({ kind = 'outlined', icon, type = 'button', children, ...rest }: ButtonProps) => (
  <button className={`button ${kind}`} type={type} {...rest}>
    {icon && <Icon name={icon} />}
    {children}
  </button>
)

type IconButtonProps = Omit<ComponentProps<'button'>, 'className' | 'children'> & { icon: IconName; label: string; className?: string }

/** A button without words on it: the theme, the keys of the player. Its name is read out and shown on hover. */
export const IconButton = ({ icon, label, className = '', type = 'button', ...rest }: IconButtonProps) => (
  <button className={`icon-button ${className}`} type={type} aria-label={label} title={label} {...rest}>
    <Icon name={icon} />
  </button>
)
