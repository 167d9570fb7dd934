/**
 * Something of ours that goes along with a request until it is answered. It hangs on the request itself: what a WeakMap holds
 * outlives V8's quick collections, whose root its table is, and the whole call with it, copied twice and left to the slow one.
 */
export function ofRequest<T>(name: string): {
  get(request: object): T | undefined
  set(request: object, value: T): void
} {
  const key = Symbol(name)
  type Carrying = { [key]?: T }
  return {
    get: (request) => (request as Carrying)[key],
    set(request, value) {
      ;(request as Carrying)[key] = value
    },
  }
}
