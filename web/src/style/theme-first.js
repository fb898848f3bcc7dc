// Before anything is drawn: the theme that was chosen, so that a dark page does not flash white. The rest is in parts/theme.ts.
try {
  const theme = localStorage.getItem('gal-theme')
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme
} catch {
  // A browser may forbid storage; then the page follows the system.
}
