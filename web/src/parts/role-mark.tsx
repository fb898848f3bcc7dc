import type { RoleName } from '../../../src/core/names.ts'
import { useWords } from '../words/use-words.ts'

/** Each of the six is told by colour, shape and two letters at once; the style sheet holds colour and shape by the same class. */
const marks: Readonly<Record<RoleName, { name: string; letters: string }>> = {
  'phd-student': { name: 'ph', letters: 'Ph' },
  postdoc: { name: 'pd', letters: 'Pd' },
  professor: { name: 'pr', letters: 'Pr' },
  'ml-engineer': { name: 'ml', letters: 'Ml' },
  'software-engineer': { name: 'sw', letters: 'Sw' },
  reviewer: { name: 'rv', letters: 'Rv' },
}
const sizes = { small: 's', middle: '', large: 'l' } as const

type RoleMarkProps = {
  role: RoleName
  size?: keyof typeof sizes
  /** Says the role's name to screen readers; leave it out where the name stands beside the mark. */
  named?: boolean
}

export const RoleMark = ({ role, size = 'middle', named = false }: RoleMarkProps) => {
  const { name, letters } = marks[role]
  const { roles } = useWords()
  const said = named ? ({ role: 'img', 'aria-label': roles[role], title: roles[role] } as const) : ({ 'aria-hidden': true } as const)
  return (
    <span className={`role ${name} ${sizes[size]}`} {...said}>
      {letters}
    </span>
  )
}

/** An agent of the configuration that has no role: the first letters of its name. */
export const AgentMark = ({ name }: { name: string }) => (
  <span className="role own" aria-hidden="true">
    {name.slice(0, 1).toUpperCase() + name.slice(1, 2).toLowerCase()}
  </span>
)
