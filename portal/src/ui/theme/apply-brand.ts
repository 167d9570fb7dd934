import { accentOf, readableOn } from './brand-colors.ts'

/** Puts a company's name and accent on the page. Variables are set by script, which the policy allows where style tags are not. */
export function applyBrand(company: { name: string; accent: string | null }): void {
  const { style, dataset } = document.documentElement
  dataset.company = company.name
  const accent = accentOf(company.accent)
  if (accent === null) return
  style.setProperty('--hp-accent-base', accent)
  style.setProperty('--hp-on-accent', readableOn(accent))
}
