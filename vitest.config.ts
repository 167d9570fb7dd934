import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Those that take longest on a machine that does nothing else; a fresh clone has no times to go by. */
const longest = [
  'servicenow/app/test/app-access.test.ts',
  'identity/src/cli/one-life.test.ts',
  'identity/src/cli/servicenow-connect.test.ts',
  'identity/src/platform/jobs/node.test.ts',
  'identity/src/every-route.test.ts',
  'identity/src/directory/connectors/ldap-389.test.ts',
  'identity/src/directory/connectors/active-directory.test.ts',
  'identity/src/metrics.test.ts',
  'identity/src/platform/database/migrate.test.ts',
  'identity/src/provisioning/connectors/scim.test.ts',
  'identity/src/platform/database/embedded.test.ts',
  'identity/src/platform/database/backup.test.ts',
  'identity/src/awkward-input.test.ts',
  'identity/src/sso/sign-on/random-input.test.ts',
]
const gone = longest.filter((path) => !existsSync(join(import.meta.dirname, path)))
if (gone.length > 0) throw new Error(`vitest.config.ts names files that are not there: ${gone.join(', ')}`)

/** The longest begin first, so that none is left to run alone at the end. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const found = longest.findIndex((path) => moduleId.endsWith(`/${path}`))
      return found === -1 ? longest.length : found
    }
    return (await super.sort(files)).toSorted((a, b) => place(a) - place(b))
  }
}

export default defineConfig({
  test: {
    include: ['{identity,contract,catalog,counterparts,portal,scripts,servicenow}/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/dist/**'],
    globalSetup: ['identity/src/platform/database/testing-server.ts'],
    testTimeout: 20_000,
    hookTimeout: 60_000,
    // What a dependency will refuse one day is heard at once, and not read in a log that nobody reads.
    execArgv: ['--throw-deprecation'],
    maxWorkers: 2,
    // Loading the service anew for each of 300 files is work that proves nothing. What a test puts in the place of a
    // global or a method is put back by itself: the next file runs in the same process.
    isolate: false,
    unstubGlobals: true,
    restoreMocks: true,
    sequence: { sequencer: LongestFirst },
  },
})
