import type { Command } from './command.ts'
import { readCompanyFile } from './company/company-file.ts'
import { seedCompany } from './company/seed-company.ts'
import { withApp } from './with-app.ts'

/** Fills an installation from a company file (the shape is in cli/company/company-file.ts). Can be repeated. */
export const command: Command = async ([path], environment) => {
  if (!path) {
    console.log('Usage: hallpass seed COMPANY.json')
    return 2
  }
  const company = readCompanyFile(path)
  return withApp(environment, async (app) => {
    await seedCompany(app, company)
    console.log(`${company.company} is set up.`)
    return 0
  })
}
