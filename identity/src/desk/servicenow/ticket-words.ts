/** What tickets of our cases say to the agents of an instance, in its language. */
import type { Case } from '../types.ts'
import { isGerman, type Language } from './in-language.ts'

type TicketWords = {
  title: (person: string | null, reference: string) => string
  whereWorked: (link: string) => string
  now: (theCase: Pick<Case, 'reference' | 'state'>) => string
  settled: (theCase: Pick<Case, 'result' | 'state'>) => string
}

export const ticketWords = (language: Language): TicketWords => (isGerman(language) ? german : english)

const english: TicketWords = {
  title: (person, reference) => `Password: ${person ?? 'somebody'} cannot get in (Hallpass ${reference})`,
  whereWorked: (link) => `This case is worked on in Hallpass:\n${link}`,
  now: ({ reference, state }) => `Hallpass case ${reference}: ${englishStates[state]}.`,
  settled: ({ result, state }) =>
    `Settled in Hallpass: ${result === null ? englishStates[state] : englishResults[result]}`,
}

const german: TicketWords = {
  title: (person, reference) => `Passwort: ${person ?? 'jemand'} kommt nicht hinein (Hallpass ${reference})`,
  whereWorked: (link) => `An diesem Fall wird in Hallpass gearbeitet:\n${link}`,
  now: ({ reference, state }) => `Fall ${reference} in Hallpass: ${germanStates[state]}.`,
  settled: ({ result, state }) =>
    `In Hallpass erledigt: ${result === null ? germanStates[state] : germanResults[result]}`,
}

type States = Record<Case['state'], string>
type Results = Record<NonNullable<Case['result']>, string>

const englishStates: States = {
  open: 'open',
  assigned: 'assigned',
  waiting: 'waiting for the person',
  solved: 'solved',
  closed: 'closed',
}
const englishResults: Results = {
  solved: 'solved',
  by_themselves: 'the person got in without the desk',
  no_answer: 'no answer',
  not_proven: 'could not prove who they are',
  suspicious: 'suspicious',
  not_needed: 'not needed any more',
}
const germanStates: States = {
  open: 'offen',
  assigned: 'in Arbeit',
  waiting: 'wartet auf die Person',
  solved: 'gelöst',
  closed: 'geschlossen',
}
const germanResults: Results = {
  solved: 'gelöst',
  by_themselves: 'die Person kam allein hinein',
  no_answer: 'keine Antwort',
  not_proven: 'konnte sich nicht ausweisen',
  suspicious: 'verdächtig',
  not_needed: 'nicht mehr nötig',
}
