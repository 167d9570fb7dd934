/** What an app is, by its template and the values typed for it. Pure: the same input gives the same app or the same faults. */
import { checkValues, fillPattern } from '@hallpass/catalog/fill'
import type { Template } from '@hallpass/catalog/templates'
import type { AddAppFromTemplate, Choices } from '@hallpass/contract/apps'
import type { FieldFault } from '../platform/errors.ts'
import { addressFaults, noAddresses, withTyped } from './addresses.ts'
import type { AppAddresses } from './types.ts'

type Filled =
  | { ok: true; addresses: AppAddresses; parameters: Record<string, string> }
  | { ok: false; faults: FieldFault[] }
type Single = 'signOn' | 'entityId' | 'acs' | 'relayState' | 'scimBase'

/** `idpEntityId` is what the app calls Hallpass. An address that is typed needs no values of the template. */
export function fillApp(
  template: Template,
  input: Pick<AddAppFromTemplate, 'parameters' | 'choices' | 'addresses'>,
  idpEntityId: string,
): Filled {
  const chosen = choosePatterns(template, input)
  if (chosen.faults.length > 0) return { ok: false, faults: chosen.faults }

  const needed = [...chosen.single.values(), ...chosen.redirectUris]
  const checked = checkValues(template, input.parameters, needed, idpEntityId)
  if (!checked.ok)
    return {
      ok: false,
      faults: checked.faults.map(({ parameter, message }) => ({ field: `parameters.${parameter}`, message })),
    }

  const fill = (pattern: string) => fillPattern(pattern, checked.values, template.params)
  const unfilled = needed.filter((pattern) => fill(pattern) === null)
  if (unfilled.length > 0)
    return {
      ok: false,
      faults: unfilled.map((pattern) => ({
        field: 'parameters',
        message: `These values do not make an address of ${pattern}.`,
      })),
    }

  const addresses = withTyped(
    {
      ...noAddresses,
      ...Object.fromEntries([...chosen.single].map(([key, pattern]) => [key, fill(pattern)])),
      redirectUris: chosen.redirectUris.flatMap((pattern) => fill(pattern) ?? []),
    },
    input.addresses,
  )
  if (addresses.signOn === null && input.addresses?.signOn === undefined && input.choices?.signOn !== null)
    addresses.signOn = defaultSignOn(template, checked.values)
  const faults = addressFaults(addresses)
  if (faults.length > 0) return { ok: false, faults }
  return { ok: true, addresses, parameters: typedParameters(template, input.parameters) }
}

function choosePatterns(template: Template, input: Pick<AddAppFromTemplate, 'choices' | 'addresses'>) {
  const lists: Record<Single, string[] | undefined> = {
    signOn: template.saml?.signOn,
    entityId: template.saml?.entityId,
    acs: template.saml?.acs,
    relayState: template.saml?.relayState,
    scimBase: template.provisioning?.baseUrl,
  }
  const single = new Map<Single, string>()
  const faults: FieldFault[] = []
  for (const key of Object.keys(lists) as Single[]) {
    const index = choiceOf(input.choices, key)
    if (index === null || input.addresses?.[key] !== undefined) continue
    const pattern = lists[key]?.[index]
    if (pattern !== undefined) single.set(key, pattern)
    else if (input.choices?.[key] !== undefined) faults.push(noAlternative(`choices.${key}`))
  }
  return { single, ...chooseRedirectUris(template, input, faults) }
}

/** A relay state is seldom wanted, so it is taken only when chosen; of everything else the first alternative is the usual one. */
function choiceOf(choices: Choices | undefined, key: Single): number | null {
  const choice = choices?.[key]
  return choice === undefined ? (key === 'relayState' ? null : 0) : choice
}

function chooseRedirectUris(
  template: Template,
  input: Pick<AddAppFromTemplate, 'choices' | 'addresses'>,
  faults: FieldFault[],
) {
  const all = input.addresses?.redirectUris === undefined ? (template.oidc?.redirectUris ?? []) : []
  const chosen = input.choices?.redirectUris
  const redirectUris = (chosen ?? []).flatMap((index, at) => {
    const pattern = all[index]
    if (pattern === undefined) faults.push(noAlternative(`choices.redirectUris.${at}`))
    return pattern ?? []
  })
  return { redirectUris: chosen === undefined ? all : redirectUris, faults }
}

function noAlternative(field: string): FieldFault {
  return { field, message: 'The template has no such alternative.' }
}

/** Where the tile leads when the template does not say: the company's own installation, else the vendor's site. */
function defaultSignOn(template: Template, values: ReadonlyMap<string, string>): string | null {
  const own = values.get('baseUrl')
  if (template.hosting === 'self-hosted') return own !== undefined && template.params?.baseUrl === 'url' ? own : null
  return template.url ?? null
}

/** What the administrator typed, to be shown again; our own entity ID is not theirs to keep. */
function typedParameters(template: Template, typed: Record<string, string>): Record<string, string> {
  const asked = Object.entries(template.params ?? {}).filter(([, type]) => type !== 'idpEntityId')
  return Object.fromEntries(
    asked.flatMap(([name]) => (Object.hasOwn(typed, name) ? [[name, typed[name]?.trim() ?? '']] : [])),
  )
}
