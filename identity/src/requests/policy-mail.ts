import type { Words } from './mail-texts.ts'

export type WeakenedFacts = { roleName: string | null; author: string | null; link: string }

/** What administrators read when a policy asks for less than before. */
export function policyWeakened(locale: string | null, { roleName, author, link }: WeakenedFacts): Words {
  if (locale?.toLowerCase().startsWith('de')) {
    const what = roleName === null ? 'Die Standardrichtlinie' : `Die Richtlinie der Rolle „${roleName}“`
    return {
      subject: `Richtlinie gelockert: ${roleName ?? 'Standard'}`,
      text: `${what} verlangt jetzt weniger Zustimmung als zuvor. Geändert von: ${author ?? 'Kommandozeile'}.\n\nBitte prüfen Sie, ob das gewollt ist:\n${link}\n`,
    }
  }
  const what = roleName === null ? 'The default policy' : `The policy of the role “${roleName}”`
  return {
    subject: `Policy weakened: ${roleName ?? 'default'}`,
    text: `${what} now asks for less approval than before. Changed by: ${author ?? 'command line'}.\n\nPlease check that this is wanted:\n${link}\n`,
  }
}
