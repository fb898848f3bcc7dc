import { useWords } from '../words/use-words.ts'
import { IconButton } from './button.tsx'
import { turnTheme, useTheme } from './theme.ts'

export const ThemeToggle = () => {
  const { theme } = useWords()
  return <IconButton icon="theme" label={theme[useTheme()]} onClick={turnTheme} />
}
