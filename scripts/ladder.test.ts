import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { checkDependencies } from './dependencies.ts'
import { ladder } from './ladder.ts'
import { listSourceFiles } from './source-files.ts'

const clone = join(dirname(fileURLToPath(import.meta.url)), '..')
const planted: string[] = []
afterAll(() => {
  for (const root of planted) rmSync(root, { recursive: true, force: true })
})

test('every planted bad import is found, under its rule, and every module was read', async () => {
  const root = plant({
    'identity/src/platform/clock.ts': `import '../access/module.ts'`,
    'identity/src/access/module.ts': `import '../directory/store.ts'`,
    'identity/src/directory/store.ts': '',
    'identity/src/directory/module.ts': `import '../app.ts'`,
    'identity/src/app.ts': `import './access/module.ts'`,
    'identity/src/directory/sync.ts': `import './connectors/ldap.ts'`,
    'identity/src/directory/connectors/connector.ts': `import type { Ldap } from './ldap.ts'`,
    'identity/src/directory/connectors/ldap.ts': 'export type Ldap = 1',
    'identity/src/sso/module.ts': `import '@hallpass/counterparts/acme'`,
    'counterparts/src/acme.ts': `import '../../contract/src/common.ts'`,
    'contract/src/common.ts': `import '../../catalog/src/apps.ts'`,
    'catalog/src/apps.ts': `export { clock } from '../../identity/src/requests/a.ts'`,
    'identity/src/requests/a.ts': `import './b.ts'\nexport const clock = 1`,
    'identity/src/requests/b.ts': `import './c.ts'`,
    'identity/src/requests/c.ts': `import type { clock } from './a.ts'`,
    'portal/src/features/people/people.tsx': `import '../apps/app.tsx'`,
    'portal/src/features/apps/app.tsx': `import './gone.ts'`,
    'portal/src/ui/button.tsx': `import '../features/people/people.tsx'`,
    'servicenow/simulator/src/flows.ts': `import '../../app/src/server/wire.ts'`,
    'servicenow/app/src/server/wire.ts': `import '../../../../identity/src/app.ts'`,
    'servicenow/client/src/tables.ts': `import '../../../contract/src/common.ts'`,
    'identity/src/desk/poll.ts': `import '../../../servicenow/simulator/src/flows.ts'`,
    'servicenow/client/src/testing.ts': `import '../../simulator/src/flows.ts'`,
  })
  const report = await checkDependencies(root, clone)
  expect(report.modules).toBe(23)
  expect(report.faults.map((fault) => fault.split('. ')[0]).sort()).toEqual(
    [
      'identity/src/platform/clock.ts → identity/src/access/module.ts: platform-knows-no-slice',
      'identity/src/access/module.ts → identity/src/directory/store.ts: through-the-front-door',
      'identity/src/directory/module.ts → identity/src/app.ts: slices-know-no-app',
      'identity/src/directory/sync.ts → identity/src/directory/connectors/ldap.ts: connectors-by-registry',
      'identity/src/directory/connectors/connector.ts → identity/src/directory/connectors/ldap.ts: ports-name-no-connector',
      'identity/src/sso/module.ts → counterparts/src/acme.ts: the-product-stands-alone',
      'counterparts/src/acme.ts → contract/src/common.ts: counterparts-import-nothing-of-ours',
      'contract/src/common.ts → catalog/src/apps.ts: contract-stands-below-all',
      'catalog/src/apps.ts → identity/src/requests/a.ts: others-use-the-contract',
      'identity/src/requests/a.ts → identity/src/requests/b.ts: no-cycles',
      'portal/src/features/people/people.tsx → portal/src/features/apps/app.tsx: features-are-islands',
      'portal/src/features/apps/app.tsx → ./gone.ts: nothing-unresolved',
      'portal/src/ui/button.tsx → portal/src/features/people/people.tsx: ui-has-no-data',
      'servicenow/simulator/src/flows.ts → servicenow/app/src/server/wire.ts: the-other-servicenow-is-not-ours',
      'servicenow/app/src/server/wire.ts → identity/src/app.ts: others-use-the-contract',
      'identity/src/desk/poll.ts → servicenow/simulator/src/flows.ts: the-product-stands-alone',
      'servicenow/client/src/tables.ts → contract/src/common.ts: the-client-knows-no-hallpass',
    ].sort(),
  )
})

test('on the whole ladder a slice may look left and never right', async () => {
  const files: Record<string, string> = {}
  const expected: string[] = []
  for (const [at, slice] of ladder.entries()) {
    files[`identity/src/${slice}/module.ts`] = 'export type It = 1'
    for (const [other, name] of ladder.entries()) {
      if (other === at) continue
      files[`identity/src/${slice}/uses-${name}.ts`] = `import type { It } from '../${name}/module.ts'`
      if (other > at) {
        expected.push(
          `identity/src/${slice}/uses-${name}.ts → identity/src/${name}/module.ts: ${slice}-imports-only-to-the-left`,
        )
      }
    }
  }
  const report = await checkDependencies(plant(files), clone)
  expect(report.modules).toBe(ladder.length * ladder.length)
  expect(report.faults.map((fault) => fault.split('. ')[0]).sort()).toEqual(expected.sort())
})

test('what is allowed passes: the front door to the left, a registry, a test of a connector, app.ts and commands', async () => {
  const root = plant({
    'identity/src/app.ts': `import './directory/store.ts'`,
    'identity/src/cli/check.ts': `import '../directory/store.ts'\nimport '../app.ts'`,
    'identity/src/directory/store.ts': `import '../platform/clock.ts'`,
    'identity/src/platform/clock.ts': '',
    'identity/src/directory/module.ts': `import './connectors/registry.ts'`,
    'identity/src/directory/connectors/registry.ts': `import './ldap.ts'`,
    'identity/src/directory/connectors/ldap.ts': '',
    'identity/src/directory/connectors/active-directory.ts': `import './ldap.ts'`,
    'identity/src/directory/connectors/ldap.test.ts': `import './ldap.ts'\nimport '@hallpass/counterparts/acme'`,
    'identity/src/access/grant.ts': `import '../directory/module.ts'`,
    'counterparts/src/acme.ts': '',
    'stories/molly.ts': `import '@hallpass/counterparts/acme'`,
    'portal/src/routes.tsx': `import './features/people/people.tsx'`,
    'portal/src/features/people/people.tsx': `import '../../ui/button.tsx'`,
    'portal/src/ui/button.tsx': '',
  })
  expect(await checkDependencies(root, clone)).toEqual({ modules: 15, faults: [] })
})

test('of our own tree every module is read', async () => {
  const report = await checkDependencies(clone)
  const modules = listSourceFiles(clone).filter(({ path }) =>
    /^(identity|portal|contract)\/src\/.*(?<!\.gen)\.tsx?$/.test(path),
  )
  expect(modules.length).toBeGreaterThan(100)
  expect(report.modules).toBeGreaterThanOrEqual(modules.length)
}, 60_000) // Parsing 2,000 modules is ten seconds of work of a processor that has nothing else to do.

/** A tree of its own with the packages of ours linked as npm links them. */
function plant(files: Record<string, string>): string {
  const root = mkdtempSync(join(tmpdir(), 'hallpass-ladder-'))
  planted.push(root)
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(root, dirname(path)), { recursive: true })
    writeFileSync(join(root, path), `${text}\n`)
  }
  mkdirSync(join(root, 'node_modules', '@hallpass'), { recursive: true })
  mkdirSync(join(root, 'counterparts'), { recursive: true })
  writeFileSync(
    join(root, 'counterparts', 'package.json'),
    JSON.stringify({ name: '@hallpass/counterparts', type: 'module', exports: { './*': './src/*.ts' } }),
  )
  symlinkSync('../../counterparts', join(root, 'node_modules', '@hallpass', 'counterparts'))
  return root
}
