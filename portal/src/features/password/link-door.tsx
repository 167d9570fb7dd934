/** Where mailed links lead. Opening one does nothing: a button sends its token, so that mail scanners use nothing up. */
import type { ResetTicket } from '@hallpass/contract/credentials'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { answer, api } from '../../api/client.ts'
import { Problem } from '../../api/loaded.tsx'
import { takeToken } from '../../navigation/take-token.ts'
import { paths } from '../../paths.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { Notice } from '../../ui/notice.tsx'
import { WithTicket } from './forgot-password.tsx'
import styles from './password.module.css'
import { type Done, PasswordDone } from './password-done.tsx'
import { PasswordDoor } from './password-door.tsx'

export function ResetLink() {
  return <LinkDoor kind="reset" />
}

export function InviteLink() {
  return <LinkDoor kind="invite" />
}

function LinkDoor({ kind }: { kind: 'reset' | 'invite' }) {
  const { t } = useStrings()
  const [token] = useState(takeToken)
  const [ticket, setTicket] = useState<ResetTicket | null>(null)
  const [done, setDone] = useState<Done | null>(null)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)

  async function open() {
    if (token === null) return
    setBusy(true)
    setError(null)
    try {
      setTicket(await answer(api.POST('/api/password/links/verify', { body: { token } })))
    } catch (failure) {
      setError(failure)
    } finally {
      setBusy(false)
    }
  }

  if (done) return <PasswordDone done={done} />
  if (ticket) return <WithTicket ticket={ticket} onTicket={setTicket} onDone={setDone} />
  return (
    <PasswordDoor step="prove" title={t(`link.${kind}.title`)} lead={t(`link.${kind}.lead`)} back>
      <div className={styles.form}>
        {token === null ? (
          <Notice tone="warn" title={t('link.broken')}>
            {t('link.brokenDetail')}
          </Notice>
        ) : (
          <>
            <Problem error={error} />
            <Button size="md" fullWidth loading={busy} onClick={() => void open()}>
              {t(`link.${kind}.action`)}
            </Button>
          </>
        )}
        {token === null || error !== null ? (
          <Button
            component="a"
            href={paths.forgotPassword()}
            size="md"
            fullWidth
            variant={token === null ? 'filled' : 'default'}
          >
            {t('password.startAgain')}
          </Button>
        ) : null}
      </div>
    </PasswordDoor>
  )
}
