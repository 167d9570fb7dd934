/** The words of the desk in German; the keys are those of en-desk.ts. */
import type { DeskCatalogue } from './catalogue.ts'

export const deDesk: DeskCatalogue = {
  'desk.title': 'Service-Desk',
}
