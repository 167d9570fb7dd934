/** The language chosen in this browser. */
const key = 'hallpass.locale'

export function chosenLocale(): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

export function keepLocale(locale: string): void {
  try {
    localStorage.setItem(key, locale)
  } catch {
    // Without storage the choice lasts until the page is closed.
  }
}
