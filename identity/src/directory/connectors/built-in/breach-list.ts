import { createHash } from 'node:crypto'
import type { Egress } from '../../../platform/egress/egress.ts'

export type BreachList = { has(password: string): Promise<boolean> }

const answerBytesMax = 256 * 1024

/**
 * A list of passwords that became known in breaches, kept elsewhere. Only the first five of the forty characters of the
 * SHA-1 leave this process, and the answer, some hundred endings, is searched here (the range protocol of Have I Been
 * Pwned). A list that cannot be asked refuses nothing: whoever must get back to work does not wait for somebody else's
 * server, and the list that is built in was looked at before.
 */
export function breachList(url: string | null, egress: Pick<Egress, 'fetch'> | undefined): BreachList {
  if (url === null || egress === undefined) return { has: async () => false }
  return {
    async has(password) {
      const digest = createHash('sha1').update(password).digest('hex').toUpperCase()
      const target = `${url.replace(/\/?$/, '/')}${digest.slice(0, 5)}`
      // Padded answers have the same length for every question.
      const headers = { 'add-padding': 'true' }
      try {
        const answer = await egress.fetch(target, { headers, timeoutMs: 2000, bytesMax: answerBytesMax })
        return answer.status === 200 && names(answer.text, digest.slice(5))
      } catch {
        return false
      }
    },
  }
}

/** Lines `ENDING:COUNT`; padding has the count 0. */
function names(text: string, ending: string): boolean {
  return text.split(/\r?\n/).some((line) => {
    const [name, count] = line.split(':')
    return name?.toUpperCase() === ending && Number(count) > 0
  })
}
