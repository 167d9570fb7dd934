import type { CreateSnowConnection, SnowConnection } from '@hallpass/contract/servicenow-admin'

/** Which instance, and how it is worked with: what either way of connecting begins with. */
export type InstanceValues = Pick<SnowConnection, 'name' | 'instanceUrl' | 'mode' | 'matchBy'>

export const emptyInstance: InstanceValues = {
  name: 'ServiceNow',
  instanceUrl: '',
  mode: 'push',
  matchBy: 'user_name',
}

export const modes = ['push', 'pull'] as const
export const matches: readonly NonNullable<CreateSnowConnection['matchBy']>[] = [
  'user_name',
  'email',
  'employee_number',
]

/** As the service wants them; the address without what people paste along with it. */
export function instanceFrom({ name, instanceUrl, ...rest }: InstanceValues): InstanceValues {
  const typed = instanceUrl.trim()
  const address = URL.canParse(typed) ? new URL(typed).origin : typed
  return { ...rest, name: name.trim(), instanceUrl: address }
}
