/** Guesses how hard a password is to guess, beside the page so that typing never waits. Nothing leaves the browser. */
import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common'
import { dictionary as english } from '@zxcvbn-ts/language-en'

const meter = new ZxcvbnFactory({ dictionary: { ...dictionary, ...english }, graphs: adjacencyGraphs })

/** A tiny part of a worker's global scope: the types of the page do not know it. */
type Scope = {
  onmessage: ((event: MessageEvent<{ id: number; password: string; words: string[] }>) => void) | null
  postMessage(answer: { id: number; score: number }): void
}
const scope = globalThis as unknown as Scope

scope.onmessage = ({ data: { id, password, words } }) => {
  scope.postMessage({ id, score: meter.check(password, words).score })
}
