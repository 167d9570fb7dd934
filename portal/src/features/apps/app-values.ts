/** What the form of an app holds, and the calls it means. Pure. */
import type { AddApp, AppDetail } from '@hallpass/contract/apps'

export type AppValues = {
  name: string
  description: string
  category: string
  iconSlug: string
  signOn: string
  entityId: string
  acs: string
  relayState: string
  scimBase: string
  redirectUris: string
}

export const emptyApp: AppValues = {
  name: '',
  description: '',
  category: 'other',
  iconSlug: '',
  signOn: '',
  entityId: '',
  acs: '',
  relayState: '',
  scimBase: '',
  redirectUris: '',
}

export function valuesOf(app: AppDetail): AppValues {
  const { addresses } = app
  return {
    name: app.name,
    description: app.description,
    category: app.category,
    iconSlug: app.iconSlug ?? '',
    signOn: addresses.signOn ?? '',
    entityId: addresses.entityId ?? '',
    acs: addresses.acs ?? '',
    relayState: addresses.relayState ?? '',
    scimBase: addresses.scimBase ?? '',
    redirectUris: addresses.redirectUris.join('\n'),
  }
}

/** The body that makes or changes the app; what is empty is taken away. */
export function appFrom(values: AppValues): Required<AddApp> {
  return {
    name: values.name.trim(),
    description: values.description.trim(),
    category: values.category,
    iconSlug: orNull(values.iconSlug),
    addresses: {
      signOn: orNull(values.signOn),
      entityId: orNull(values.entityId),
      acs: orNull(values.acs),
      relayState: orNull(values.relayState),
      scimBase: orNull(values.scimBase),
      redirectUris: values.redirectUris
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== ''),
    },
  }
}

function orNull(text: string): string | null {
  return text.trim() === '' ? null : text.trim()
}
