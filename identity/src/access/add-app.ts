import { categories, type Templates } from '@hallpass/catalog/templates'
import type { AddApp, AddAppFromTemplate } from '@hallpass/contract/apps'
import type { Actor } from '../audit/module.ts'
import type { FieldFault } from '../platform/errors.ts'
import { addressFaults, noAddresses, withTyped } from './addresses.ts'
import type { AccessDeps } from './deps.ts'
import { invalidFields, templateNotFound } from './errors.ts'
import { appAdded } from './events.ts'
import { fillApp } from './fill-app.ts'
import type { Icons } from './icon.ts'
import { saveApp } from './store-apps.ts'
import type { App } from './types.ts'

export type AppDeps = Pick<AccessDeps, 'db' | 'audit' | 'events' | 'clock' | 'ids' | 'publicUrl'> & {
  templates: Pick<Templates, 'get'>
  icons: Pick<Icons, 'slugs'>
}

/** What apps call Hallpass when they trust its assertions; the same for all. */
export function idpEntityId(publicUrl: URL): string {
  return new URL('/saml', publicUrl).href
}

/** Adds an app from a template; every value that cannot be is named at once. */
export async function addAppFromTemplate(deps: AppDeps, input: AddAppFromTemplate, actor: Actor): Promise<App> {
  const template = deps.templates.get(input.template)
  if (!template) throw templateNotFound()
  const filled = fillApp(template, input, idpEntityId(deps.publicUrl))
  if (!filled.ok) throw invalidFields('invalid_parameters', filled.faults)
  return add(deps, actor, {
    name: cleanLine(input.name ?? template.name),
    description: input.description?.trim() ?? '',
    category: template.category,
    iconSlug: template.icon ?? null,
    templateSlug: template.slug,
    parameters: filled.parameters,
    protocols: template.protocols,
    addresses: filled.addresses,
  })
}

/** Adds an app by hand. */
export async function addApp(deps: AppDeps, input: AddApp, actor: Actor): Promise<App> {
  const addresses = withTyped(noAddresses, input.addresses)
  const faults = [...appFaults(deps, input), ...addressFaults(addresses)]
  if (faults.length > 0) throw invalidFields('invalid_input', faults)
  return add(deps, actor, {
    name: cleanLine(input.name),
    description: input.description?.trim() ?? '',
    category: input.category ?? 'other',
    iconSlug: input.iconSlug ?? null,
    templateSlug: null,
    parameters: {},
    protocols: ['linked'],
    addresses,
  })
}

type Facts = Omit<App, 'id' | 'builtIn' | 'state' | 'version' | 'createdAt' | 'retiredAt'>

async function add(deps: AppDeps, actor: Actor, facts: Facts): Promise<App> {
  const now = deps.clock.now()
  const fixed = { builtIn: false, state: 'active', version: 1, createdAt: now, retiredAt: null } as const
  const app: App = { id: deps.ids.next(), ...facts, ...fixed }
  return deps.db.transaction(async (tx) => {
    await saveApp(tx, app)
    deps.audit.record(tx, { action: 'app.added', actor, subjects: { appId: app.id }, after: appFacts(app) })
    await deps.events.emit(tx, appAdded, { appId: app.id })
    return app
  })
}

/** What the trail keeps of an app. */
export function appFacts(app: App) {
  const { name, description, category, iconSlug, templateSlug, parameters, addresses, state } = app
  return { name, description, category, iconSlug, templateSlug, parameters, addresses, state }
}

/** A name that is blank, a category or icon that does not exist. */
export function appFaults(
  deps: Pick<AppDeps, 'icons'>,
  input: { name?: string | undefined; category?: string | undefined; iconSlug?: string | null | undefined },
): FieldFault[] {
  const faults: FieldFault[] = []
  if (input.name !== undefined && cleanLine(input.name) === '') faults.push({ field: 'name', message: 'Give a name.' })
  if (input.category !== undefined && !(categories as readonly string[]).includes(input.category))
    faults.push({ field: 'category', message: `Choose one of: ${categories.join(', ')}.` })
  if (input.iconSlug != null && !deps.icons.slugs.has(input.iconSlug))
    faults.push({ field: 'iconSlug', message: 'There is no icon of this name.' })
  return faults
}

/** One line as people see it: composed (NFC), single spaces, and nothing that turns the text around it (security C.17). */
export function cleanLine(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .trim()
    .replace(/\s+/g, ' ')
}
