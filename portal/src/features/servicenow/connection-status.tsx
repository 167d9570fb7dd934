import type { SnowConnection } from '@hallpass/contract/servicenow-admin'
import { useStrings } from '../../strings/use-strings.tsx'
import { Status } from '../../ui/status.tsx'
import { stateOf, stateTones } from './state-of.ts'

export function ConnectionStatus({ connection }: { connection: SnowConnection }) {
  const { t } = useStrings()
  const state = stateOf(connection)
  return <Status tone={stateTones[state]}>{t(`snow.state.${state}`)}</Status>
}
