// Runs before the first paint, so that a dark page never flashes white, nor a company's page in our own colour. A file of its own: inline scripts are refused.
;(() => {
  let chosen = 'auto'
  let accent = []
  try {
    chosen = localStorage.getItem('mantine-color-scheme-value') ?? 'auto'
    accent = (localStorage.getItem('hallpass-accent') ?? '').split(' ')
  } catch {
    // Storage may be switched off; the system's choice is then the best guess.
  }
  const dark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light')
  if (accent.length !== 2 || !accent.every((color) => /^#[0-9a-f]{6}$/.test(color))) return
  document.documentElement.style.setProperty('--hp-accent-base', accent[0])
  document.documentElement.style.setProperty('--hp-on-accent', accent[1])
})()
