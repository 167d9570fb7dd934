import { type GlideRecord, gs } from '@servicenow/glide'
import { compareCatalog } from './compare-catalog.ts'
import { glide } from './glide.ts'
import { sendLink } from './password/send-link.ts'
import { retryCall } from './retry-call.ts'

export function tryAgain(current: GlideRecord): void {
  retryCall(glide, String(current.getUniqueValue()))
}

export function compareNow(): void {
  gs.addInfoMessage(compareCatalog(glide) === 'done' ? 'Compared' : 'Hallpass could not be asked')
}

export function sendPasswordLink(current: GlideRecord): void {
  const sent = sendLink(glide, String(current.getUniqueValue()))
  if (sent.ok) gs.addInfoMessage(sent.message)
  else gs.addErrorMessage(sent.message)
}
