import type { Command } from './command.ts'
import { readCompanyFile } from './company/company-file.ts'
import { seedCompany } from './company/seed-company.ts'
import { markAsSample } from './sample.ts'
import { withApp } from './with-app.ts'

/**
 * Fills an installation from a company file (the shape is in cli/company/company-file.ts). Can be repeated. A company file
 * holds passwords in clear, so the database counts as a sample from then on: `serve` without `--sample` refuses it.
 */
export const command: Command = async ([path], environment) => {
  if (!path) {
    console.log('Usage: hallpass seed COMPANY.json')
    return 2
  }
  const company = readCompanyFile(path)
  return withApp(environment, async (app) => {
    await markAsSample(app)
    await seedCompany(app, company)
    console.log(`${company.company} is set up.`)
    return 0
  })
}
