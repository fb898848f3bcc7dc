import type { RoleName } from '../../../src/core/names.ts'
import { roleMarks } from '../../../src/core/role-marks.ts'
import { useWords } from '../words/use-words.ts'

/** Each of the six is told by colour, shape and two letters at once; the style sheet holds colour and shape by this class. */
const classes: Readonly<Record<RoleName, string>> = {
  'phd-student': 'ph',
  postdoc: 'pd',
  professor: 'pr',
  'ml-engineer': 'ml',
  'software-engineer': 'sw',
  reviewer: 'rv',
}
const sizes = { small: 's', middle: '', large: 'l' } as const

type RoleMarkProps = {
  role: RoleName
  size?: keyof typeof sizes
  /** Says the role's name to screen readers; leave it out where the name stands beside the mark. */
  named?: boolean
}

export const RoleMark = ({ role, size = 'middle', named = false }: RoleMarkProps) => {
  const { roles } = useWords()
  const said = named ? ({ role: 'img', 'aria-label': roles[role], title: roles[role] } as const) : ({ 'aria-hidden': true } as const)
  return (
    <span className={`role ${classes[role]} ${sizes[size]}`} {...said}>
      {roleMarks[role].letters}
    </span>
  )
}

/** An agent of the configuration that has no role: the first letters of its name. */
export const AgentMark = ({ name }: { name: string }) => (
  <span className="role own" aria-hidden="true">
    {name.slice(0, 1).toUpperCase() + name.slice(1, 2).toLowerCase()}
  </span>
)
