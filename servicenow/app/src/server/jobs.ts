import { compareCatalog } from './compare-catalog.ts'
import { glide } from './glide.ts'
import { pollFulfilments } from './poll-fulfilments.ts'
import { runOutbox } from './run-outbox.ts'

/** Every minute: what is due is said again, what nobody told us is asked for, old nonces go. */
export function everyMinute(): void {
  runOutbox(glide)
  pollFulfilments(glide)
}

export function everyNight(): void {
  compareCatalog(glide)
}
