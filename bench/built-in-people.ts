import { castPerson } from '@hallpass/counterparts/acme'
import type { SampleCompany } from '../scripts/sample-company.ts'
import { fastClient } from './fast-client.ts'
import type { MailSink } from './mail-sink.ts'

type BuiltInPerson = { login: string; password: string }

/** People of the built-in directory as an administrator makes them: invited by mail, with a password they chose. */
export async function makeBuiltInPeople(
  company: SampleCompany,
  mail: MailSink,
  count: number,
): Promise<BuiltInPerson[]> {
  const admin = fastClient(company.url, 1)
  await admin.signIn('ivan', castPerson('ivan').password)
  const { items } = await admin.get<{ items: { id: string; kind: string }[] }>('/api/directories')
  const directoryId = items.find(({ kind }) => kind === 'built-in')?.id
  const page = fastClient(company.url, 2)
  await page.open()
  const people: BuiltInPerson[] = []
  for (let n = 0; n < count; n++) {
    const login = `guest-${n}`
    const address = `${login}@contractor.example`
    const password = `Quiet-words-nobody-knows-${n}`
    const draft = { directoryId, login, displayName: `Guest ${n}`, mail: address }
    const { id } = await admin.post<{ id: string }>('/api/people', draft)
    const link = mail.link(address)
    await admin.post(`/api/people/${id}/invite`, {})
    const { ticket } = await page.post<{ ticket: string }>('/api/password/links/verify', { token: await link })
    await page.post('/api/password/tickets/finish', { ticket, password })
    people.push({ login, password })
  }
  return people
}
