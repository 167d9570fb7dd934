/** Asks before the next key signs: what will happen, and to which apps. */
import type { SignOnKey, SignOnKeys } from '@hallpass/contract/sign-on-keys'
import { answer, api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { Problem } from '../../api/loaded.tsx'
import { useAction } from '../../api/use-action.ts'
import { paths } from '../../paths.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import { appsWithout } from './apps-without.ts'
import styles from './sign-on.module.css'

type Props = { use: SignOnKey['use']; all: SignOnKeys; opened: boolean; onClose: () => void }

export function RotateKeys({ use, all, opened, onClose }: Props) {
  const { t } = useStrings()
  const next = all.items.filter((key) => key.use === use && key.state === 'next')
  const without = use === 'saml' ? appsWithout(all, 'next') : []
  const rotate = useAction({
    run: () => answer(api.POST('/api/sign-on-keys/rotate', { body: { use, nextIds: next.map(({ id }) => id) } })),
    done: () => t('signingKeys.rotated'),
    forget: [keys.signOnKeys, ['apps'], ['trail']],
    after: onClose,
  })
  return (
    <ConfirmDialog
      opened={opened}
      title={t('signingKeys.rotateTitle')}
      confirmLabel={t('signingKeys.rotate')}
      danger={without.length > 0}
      busy={rotate.isPending}
      problem={<Problem error={rotate.error} />}
      onConfirm={() => rotate.mutate()}
      onClose={onClose}
    >
      <div className={styles.policy}>
        <p>{t(`signingKeys.rotateDetail.${use}`)}</p>
        {without.length > 0 ? (
          <Notice tone="warn" title={t('signingKeys.without', { count: without.length })}>
            <ul className={styles.appsWithout}>
              {without.map(({ id, name }) => (
                <li key={id}>
                  <a href={paths.app(id, 'signOn')}>
                    <bdi>{name}</bdi>
                  </a>
                </li>
              ))}
            </ul>
          </Notice>
        ) : null}
        {use === 'saml' && without.length === 0 && all.samlApps.length > 0 ? (
          <Notice tone="good">{t('signingKeys.allHave')}</Notice>
        ) : null}
        <p className={styles.hint}>{t('signingKeys.wayBack')}</p>
      </div>
    </ConfirmDialog>
  )
}
