import type { PolicyRules } from '@hallpass/contract/policies'
import { addApp, addAppFromTemplate } from '../../access/add-app.ts'
import { createRole } from '../../access/create-role.ts'
import { listApps } from '../../access/store-apps.ts'
import { listRoles } from '../../access/store-roles.ts'
import type { App } from '../../app.ts'
import type { CompanyFile } from './company-file.ts'
import { seedActor } from './seed-actor.ts'
import type { SeededPeople } from './seed-people.ts'
import { seedSignOn } from './seed-sign-on.ts'

const everything = { words: [], category: undefined, appId: undefined, state: undefined, after: null, limit: 200 }

type AppPlan = {
  template: string
  name: string
  description: string
  parameters?: Record<string, string>
  signOn: string
}
type RolePlan = {
  name: string
  description: string
  app: string
  entitlements: string[]
  daysMax: number | null
  daysDefault: number | null
}

/** What Acme offers besides Salesforce: tiles that lead to where people sign in as they do today. */
const otherApps: AppPlan[] = [
  { template: 'slack', name: 'Slack', description: 'Chat with everybody at Acme.', signOn: 'https://acme.slack.com' },
  { template: 'github', name: 'GitHub', description: 'Code and reviews.', signOn: 'https://github.com/acme' },
  { template: 'figma', name: 'Figma', description: 'Design files and prototypes.', signOn: 'https://figma.com' },
  { template: 'zoom', name: 'Zoom', description: 'Meetings and webinars.', signOn: 'https://acme.zoom.us' },
  { template: 'notion', name: 'Notion', description: 'Notes and plans of all teams.', signOn: 'https://notion.so' },
  { template: 'miro', name: 'Miro', description: 'Whiteboards to think on together.', signOn: 'https://miro.com' },
  {
    template: 'hubspot',
    name: 'HubSpot',
    description: 'Campaigns, forms and newsletters.',
    signOn: 'https://app.hubspot.com',
  },
  { template: 'asana', name: 'Asana', description: 'Tasks and timelines.', signOn: 'https://app.asana.com' },
]

const otherRoles: RolePlan[] = otherApps.map(({ name, description }) => ({
  name: `${name} users`,
  description,
  app: name,
  entitlements: [],
  daysMax: null,
  daysDefault: null,
}))

export async function seedAccess(app: App, company: CompanyFile, people: SeededPeople): Promise<void> {
  const salesforce = await ensureApp(app, {
    template: 'salesforce',
    name: 'Salesforce',
    description: 'Customers, deals and campaigns.',
    parameters: { subdomain: 'acme' },
    signOn: company.salesforce.signOnUrl,
  })
  await connect(app, salesforce, company)
  await seedSignOn(app, salesforce, company)
  for (const plan of otherApps) await ensureApp(app, plan)

  const owner = await people.idOf('fiona')
  const salesforceRole = await ensureRole(app, owner, {
    name: 'Salesforce users',
    description: 'Read and edit accounts, contacts and campaigns.',
    app: 'Salesforce',
    entitlements: ['Salesforce users'],
    daysMax: 90,
    daysDefault: 30,
  })
  await ensurePolicy(app, salesforceRole, await people.groupId('finance'))
  const it = await people.idOf('ivan')
  for (const plan of otherRoles) {
    const roleId = await ensureRole(app, it, plan)
    if (['Slack', 'Notion', 'Zoom'].includes(plan.app)) {
      for (const login of ['molly', 'marcus', 'leo', 'carla']) await ensureGrant(app, await people.idOf(login), roleId)
    }
  }
  for (const productRole of ['admin', 'auditor', 'desk_agent'] as const) {
    const roleId = await app.access.productRoleId(app.foundation.db, productRole)
    for (const login of company.roles[productRole]) await ensureGrant(app, await people.idOf(login), roleId)
  }
}

async function appNamed(app: App, name: string): Promise<{ id: string } | undefined> {
  const rows = await listApps(app.foundation.db, everything)
  return rows.map((row) => row.app).find((each) => each.name === name)
}

async function ensureApp(app: App, plan: AppPlan): Promise<string> {
  const known = await appNamed(app, plan.name)
  if (known) return known.id
  const deps = { ...app.access.deps, ...app.catalog }
  const addresses = { signOn: plan.signOn }
  const { name, description, template, parameters } = plan
  const made =
    app.catalog.templates.get(template) && parameters
      ? await addAppFromTemplate(deps, { template, name, description, parameters, addresses }, seedActor)
      : await addApp(
          deps,
          {
            name,
            description,
            iconSlug: app.catalog.icons.slugs.has(template) ? template : null,
            category: app.catalog.templates.get(template)?.category ?? 'other',
            addresses,
          },
          seedActor,
        )
  return made.id
}

async function connect(app: App, appId: string, { salesforce }: CompanyFile): Promise<void> {
  const { baseUrl, token } = salesforce
  const input = {
    kind: 'scim' as const,
    baseUrl,
    token,
    userName: 'mail' as const,
    entitlementsAs: ['groups' as const],
    ratePerSecond: 500,
    parallel: 8,
  }
  await app.provisioning.putConnection({ appId, ...input }, seedActor)
}

async function ensureRole(app: App, ownerId: string, plan: RolePlan): Promise<string> {
  const { db } = app.foundation
  const known = (await listRoles(db, everything)).find(({ role }) => role.name === plan.name)
  if (known) return known.role.id
  const target = await appNamed(app, plan.app)
  if (!target) throw new Error(`There is no app ${plan.app}.`)
  const { name, description, entitlements, daysMax, daysDefault } = plan
  const apps = [{ appId: target.id, entitlements }]
  const made = await createRole(
    app.access.deps,
    { name, description, apps, ownerIds: [ownerId], askedBy: 'everyone', daysMax, daysDefault },
    seedActor,
  )
  return made.id
}

async function ensurePolicy(app: App, roleId: string, financeGroupId: string | null): Promise<void> {
  const hours = { remindAfterHours: 24, escalateAfterHours: 72, denyAfterHours: 168 }
  const escalateTo = { kind: 'administrators' as const }
  const finance = financeGroupId ? { kind: 'group' as const, groupId: financeGroupId } : { kind: 'role_owner' as const }
  const rules: PolicyRules = {
    stages: [
      { name: 'Manager', approvers: { kind: 'manager' }, quorum: 1, fallback: null, escalateTo, ...hours },
      { name: 'Finance', approvers: finance, quorum: 1, fallback: null, escalateTo, ...hours },
    ],
    samePersonMayDecideSeveralStages: false,
  }
  await app.foundation.db.transaction((tx) => app.requests.setPolicy(tx, seedActor, roleId, rules))
}

async function ensureGrant(app: App, personId: string, roleId: string): Promise<void> {
  const evidence = { source: 'sample' as const, approvals: [] }
  const input = { personId, roleId, requestId: null, reason: 'Part of the job', durationDays: null, evidence }
  await app.foundation.db.transaction(async (tx) => {
    const { grantId } = await app.access.grantRole(tx, input, seedActor)
    await app.access.startGrant(tx, grantId)
  })
}
