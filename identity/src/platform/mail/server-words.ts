/** A mail server's answer is its own text; one line of it, without anything that looks like a login. */
export function sentence(error: unknown): string {
  const text = error instanceof Error ? error.message : 'no answer'
  return text
    .replaceAll(/\p{Cc}+/gu, ' ')
    .replaceAll(/\/\/[^@\s]*@/g, '//')
    .slice(0, 200)
}
