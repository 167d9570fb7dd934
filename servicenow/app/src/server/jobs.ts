import { glide } from './glide.ts'
import { runOutbox } from './run-outbox.ts'

/** Every minute: what is due is said again, what nobody told us is asked for, old nonces go. */
export function everyMinute(): void {
  runOutbox(glide)
}
