/** The mark of an app that has no free icon: its first letter, in the colour people know it by or one that is always the same. */
import type { CSSProperties } from 'react'
import { hueOf, initials } from './initials.ts'

/** Hues of names that people know by their colour and whose marks may not be carried along. */
const known: Readonly<Record<string, number>> = {
  salesforce: 235,
  slack: 325,
  linkedin: 245,
  microsoft: 250,
  adobe: 28,
  amazon: 60,
  aws: 60,
  oracle: 30,
  ibm: 262,
  workday: 255,
  twilio: 20,
  heroku: 300,
  openai: 170,
}

export function monogram(name: string): string {
  return [...new Intl.Segmenter().segment(initials(name))][0]?.segment ?? ''
}

/** The first word of the name decides: "Salesforce users" looks as "Salesforce" does. */
export function appHue(name: string): CSSProperties {
  const [first = ''] = name
    .trim()
    .toLowerCase()
    .split(/[\s.]+/)
  const hue = known[first]
  return hue === undefined ? hueOf(first) : ({ '--hue': hue } as CSSProperties)
}
