/** Ten codes for the day when nothing else is at hand: how many are left, and new ones. */
import type { FactorList } from '@hallpass/contract/factors'
import { Button, Modal } from '@mantine/core'
import { useState } from 'react'
import { answer, api } from '../../api/client.ts'
import { RecoveryCodes } from '../../api/enrolment/recovery-codes.tsx'
import { keys } from '../../api/keys.ts'
import { Problem } from '../../api/loaded.tsx'
import { useSession } from '../../api/session.ts'
import { useAction } from '../../api/use-action.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { Section } from '../../ui/section.tsx'
import { When } from '../../ui/when.tsx'

export function RecoveryCodesCard({ list }: { list: FactorList }) {
  const { t, rich } = useStrings()
  const { person, company } = useSession()
  const [asking, setAsking] = useState(false)
  const [codes, setCodes] = useState<string[] | null>(null)
  const held = list.items.find(({ kind }) => kind === 'recovery_codes')
  const offer = list.kinds.find(({ kind }) => kind === 'recovery_codes')
  const make = useAction({
    run: () => answer(api.POST('/api/factors/recovery-codes', { body: {} })),
    forget: [keys.myFactors],
    after: (made) => {
      setAsking(false)
      setCodes(made.codes)
    },
  })
  return (
    <Section
      title={t('factor.kind.recovery_codes')}
      lead={t('security.codesLead')}
      action={
        offer?.isOffered === false ? null : (
          <Button
            variant="default"
            size="xs"
            loading={make.isPending}
            onClick={() => (held ? setAsking(true) : make.mutate())}
          >
            {t(held ? 'security.codesAgain' : 'security.codesMake')}
          </Button>
        )
      }
    >
      {held ? (
        <p>
          {t('security.codesLeft', { count: held.codesLeft ?? 0 })}{' '}
          {rich('security.codesSince', { when: <When at={held.createdAt} as="day" /> })}
        </p>
      ) : (
        <p>{t('security.noCodes')}</p>
      )}
      {asking ? null : <Problem error={make.error} />}
      <ConfirmDialog
        opened={asking}
        title={t('security.codesAgainTitle')}
        confirmLabel={t('security.codesAgain')}
        busy={make.isPending}
        problem={<Problem error={make.error} />}
        onConfirm={() => make.mutate()}
        onClose={() => setAsking(false)}
      >
        <p>{t('security.codesAgainDetail')}</p>
      </ConfirmDialog>
      {/* Shown this once: the only way out is the button that waits for the tick. */}
      <Modal
        opened={codes !== null}
        onClose={() => setCodes(null)}
        closeOnClickOutside={false}
        closeOnEscape={false}
        withCloseButton={false}
        title={t('enrol.codes.title')}
      >
        {codes === null ? null : (
          <RecoveryCodes codes={codes} login={person.login} company={company.name} onKept={() => setCodes(null)} />
        )}
      </Modal>
    </Section>
  )
}
