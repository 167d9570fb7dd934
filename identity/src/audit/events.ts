/** What the trail tells the slices to its right. */
import { defineEvent } from '../platform/events.ts'

/**
 * Somebody looked what became of a write to the outside, and said so. Whoever keeps that write open settles it in the same
 * transaction; the word of a person is known nowhere else, so it is told.
 */
export const intentResolved = defineEvent<{ intentId: string; happened: boolean }>('audit.intent_resolved')
