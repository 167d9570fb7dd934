import type { Glide, Row } from './ports.ts'
import type { Person } from './wire.ts'
import { instanceLanguage } from './words.ts'

/** Somebody of sys_user, with everything Hallpass may tell people apart by. */
export function personOnWire(glide: Pick<Glide, 'property'>, id: string, row: Pick<Row, 'get'> | null): Person {
  const employeeNumber = row?.get('employee_number') ?? ''
  return {
    sysId: id,
    userName: row?.get('user_name') ?? '',
    email: row?.get('email') ?? '',
    ...(employeeNumber === '' ? {} : { employeeNumber }),
    language: row?.get('preferred_language') || instanceLanguage(glide),
  }
}

/** The same as the query of a call that asks about somebody. */
export function askedAbout({ userName, email, employeeNumber, language = '' }: Person): string {
  const number = employeeNumber === undefined ? '' : `&employeeNumber=${encodeURIComponent(employeeNumber)}`
  return `requestedFor=${encodeURIComponent(userName)}&email=${encodeURIComponent(email)}${number}&language=${encodeURIComponent(language)}`
}
