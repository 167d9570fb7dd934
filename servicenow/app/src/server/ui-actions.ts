import { type GlideRecord, gs } from '@servicenow/glide'
import { compareCatalog } from './compare-catalog.ts'
import { glide, viewer } from './glide.ts'
import { sendLink } from './password/send-link.ts'
import { retryCall } from './retry-call.ts'
import { wordsFor } from './words.ts'

export function tryAgain(current: GlideRecord): void {
  retryCall(glide, String(current.getUniqueValue()))
}

export function compareNow(): void {
  const words = wordsFor(glide, viewer().personId)
  gs.addInfoMessage(words(compareCatalog(glide) === 'done' ? 'compared' : 'no_answer'))
}

export function sendPasswordLink(current: GlideRecord): void {
  const sent = sendLink(glide, String(current.getUniqueValue()), viewer().personId)
  if (sent.ok) gs.addInfoMessage(sent.message)
  else gs.addErrorMessage(sent.message)
}
