import type { App } from '../../app.ts'
import type { CompanyFile } from './company-file.ts'
import { seedAccess } from './seed-access.ts'
import { seedPeople } from './seed-people.ts'

/**
 * Fills an installation through the use cases everybody else goes through. Killed half-way it goes on at the next call:
 * each step looks first whether its thing is there.
 */
export async function seedCompany(app: App, company: CompanyFile): Promise<void> {
  const people = await seedPeople(app, company)
  await seedAccess(app, company, people)
}
