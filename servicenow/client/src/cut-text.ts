/** At most `lengthMax` UTF-16 units of a text; a character that would be cut in two is left out. */
export function cutText(text: string, lengthMax: number): string {
  return text.slice(0, lengthMax).replace(/[\ud800-\udbff]$/, '')
}
