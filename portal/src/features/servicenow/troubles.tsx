import type { SnowConnection } from '@hallpass/contract/servicenow-admin'
import { say } from '../../strings/say.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { Notice } from '../../ui/notice.tsx'
import { When } from '../../ui/when.tsx'
import { isExposed, isFailing } from './state-of.ts'

/** What is wrong with a connection, in words, each with what to do. Nothing where all is well. */
export function Troubles({ connection }: { connection: SnowConnection }) {
  const { t, rich } = useStrings()
  const { state, closedReason, instanceId, failing, lastFailure } = connection
  const exposedBy = connection.keys.find((key) => key.exposedBy !== null)?.exposedBy
  return (
    <>
      {state === 'disabled' ? (
        <Notice title={t('snow.paused')}>
          <p>{t('snow.pausedDetail')}</p>
        </Notice>
      ) : null}
      {isExposed(connection) ? (
        <Notice tone="warn" title={t('snow.exposed')}>
          <p>{t('snow.exposedDetail')}</p>
          {exposedBy ? <p>{t('snow.exposedBy', { id: exposedBy })}</p> : null}
        </Notice>
      ) : null}
      {state === 'closed' ? (
        <Notice tone="warn" title={t('snow.closed')}>
          <p>{t('snow.closedDetail', { reason: say(closedReason ?? '') })}</p>
        </Notice>
      ) : null}
      {instanceId === null ? (
        <Notice tone="warn" title={t('snow.untried')}>
          <p>{t('snow.untriedDetail')}</p>
        </Notice>
      ) : null}
      {failing > 0 || isFailing(connection) ? (
        <Notice tone="warn" title={failing > 0 ? t('snow.untold') : t('snow.state.trouble')}>
          {failing > 0 ? <p>{t('snow.untoldDetail', { count: failing })}</p> : null}
          {lastFailure ? (
            <p>{rich('snow.failed', { when: <When at={lastFailure.at} />, message: say(lastFailure.message) })}</p>
          ) : null}
        </Notice>
      ) : null}
    </>
  )
}
