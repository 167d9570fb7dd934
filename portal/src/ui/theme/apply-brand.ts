import { accentOf, readableOn } from './brand-colors.ts'

/** Puts a company's name and accent on the page, and keeps the accent for before-paint.js. Variables are set by script, which the policy allows where style tags are not. */
export function applyBrand(company: { name: string; accent: string | null }): void {
  const { style, dataset } = document.documentElement
  dataset.company = company.name
  const accent = accentOf(company.accent)
  keep(accent)
  if (accent === null) return
  style.setProperty('--hp-accent-base', accent)
  style.setProperty('--hp-on-accent', readableOn(accent))
}

function keep(accent: string | null): void {
  try {
    if (accent === null) localStorage.removeItem('hallpass-accent')
    else localStorage.setItem('hallpass-accent', `${accent} ${readableOn(accent)}`)
  } catch {
    // Storage may be switched off: the next page begins in our own colour, for a moment.
  }
}
