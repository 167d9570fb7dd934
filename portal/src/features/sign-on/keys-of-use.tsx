/** The keys of one protocol in their order, and moving on to the next or back to the one before. */
import type { SignOnKey, SignOnKeys } from '@hallpass/contract/sign-on-keys'
import { useState } from 'react'
import { AdminButton } from '../../api/administration/admin-only.tsx'
import { answer, api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { Problem } from '../../api/loaded.tsx'
import { useAction } from '../../api/use-action.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { ItemList } from '../../ui/item-list.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useNow } from '../../ui/now.tsx'
import { Section } from '../../ui/section.tsx'
import { When } from '../../ui/when.tsx'
import { heldNext } from './held-next.ts'
import { KeyItem } from './key-item.tsx'
import { RotateKeys } from './rotate-keys.tsx'
import styles from './sign-on.module.css'

type Props = { use: SignOnKey['use']; all: SignOnKeys }

const order = ['current', 'next', 'previous'] as const

export function KeysOfUse({ use, all }: Props) {
  const { t, rich } = useStrings()
  const held = heldNext(all, useNow(600_000))
  const [asking, ask] = useState<'rotate' | 'putBack' | null>(null)
  const own = all.items.filter((key) => key.use === use)
  const putBack = useAction({
    run: () => answer(api.POST('/api/sign-on-keys/put-back', { body: { use } })),
    done: () => t('signingKeys.wasPutBack'),
    forget: [keys.signOnKeys, ['apps'], ['trail']],
    after: () => ask(null),
  })
  return (
    <Section
      title={t(`signingKeys.${use}`)}
      lead={t(`signingKeys.${use}Lead`)}
      action={
        <AdminButton variant="default" size="xs" onClick={() => ask('rotate')}>
          {t('signingKeys.rotate')}
        </AdminButton>
      }
    >
      <div className={styles.policy}>
        {use === 'saml' && held ? (
          <Notice tone="warn" title={t('signingKeys.heldNext', { count: held.apps.length })}>
            {rich('signingKeys.heldNextDetail', { when: <When at={held.key.expiresAt} as="day" /> })}
          </Notice>
        ) : null}
        <ItemList>
          {order.flatMap((state) =>
            own
              .filter((key) => key.state === state)
              .map((key) => <KeyItem key={key.id} signOnKey={key} onPutBack={() => ask('putBack')} />),
          )}
        </ItemList>
      </div>
      <RotateKeys use={use} all={all} opened={asking === 'rotate'} onClose={() => ask(null)} />
      <ConfirmDialog
        opened={asking === 'putBack'}
        title={t('signingKeys.putBackTitle')}
        confirmLabel={t('signingKeys.putBack')}
        busy={putBack.isPending}
        problem={<Problem error={putBack.error} />}
        onConfirm={() => putBack.mutate()}
        onClose={() => ask(null)}
      >
        <p>{t(`signingKeys.putBackDetail.${use}`)}</p>
      </ConfirmDialog>
    </Section>
  )
}
