import type { OutgoingAnswer } from '../runtime/session.ts'

/** What RESTMessageV2.execute returns. A call that reached nobody has the status 0 and an error. */
export class RESTResponseV2 {
  readonly #answer: OutgoingAnswer
  readonly #url: URL

  constructor(answer: OutgoingAnswer, url: URL) {
    this.#answer = answer
    this.#url = url
  }
  getStatusCode(): number {
    return 'status' in this.#answer ? this.#answer.status : 0
  }
  getBody(): string {
    return 'status' in this.#answer ? this.#answer.body : ''
  }
  getHeader(name: string): string | null {
    const found = this.#headers().find(([one]) => one.toLowerCase() === name.toLowerCase())
    return found ? found[1] : null
  }
  getHeaders(): Record<string, string> {
    return Object.fromEntries(this.#headers())
  }
  getAllHeaders(): { name: string; value: string }[] {
    return this.#headers().map(([name, value]) => ({ name, value }))
  }
  getCookies(): string[] {
    return this.#headers()
      .filter(([name]) => name.toLowerCase() === 'set-cookie')
      .map(([, value]) => value)
  }
  haveError(): boolean {
    return !('status' in this.#answer) || this.#answer.status >= 400
  }
  /** 0: none; 1: the call did not come through; 6: a time-out. */
  getErrorCode(): number {
    if ('status' in this.#answer) return 0
    return this.#answer.isTimeout ? 6 : 1
  }
  getErrorMessage(): string {
    if (!('status' in this.#answer)) return this.#answer.failed
    return this.haveError() ? `Method failed: (${this.#url.pathname}) with code: ${this.#answer.status}` : ''
  }
  getQueryString(): string {
    return this.#url.search.slice(1)
  }
  /** The call is over when the response is made; there is nothing left to wait for. */
  waitForResponse(): void {}

  #headers(): readonly (readonly [string, string])[] {
    return 'status' in this.#answer ? this.#answer.headers : []
  }
}
