/** Whom an app knows by a name, and taking it from them. */
import { Group } from '@mantine/core'
import { useState } from 'react'
import { AdminButton } from '../../api/administration/admin-only.tsx'
import { answer, api } from '../../api/client.ts'
import { Problem } from '../../api/loaded.tsx'
import { useAction } from '../../api/use-action.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { When } from '../../ui/when.tsx'

type Props = {
  appId: string
  name: string
  holder: { personId: string; displayName: string; since: string }
  onFreed: () => void
}

export function SamlNameHolder({ appId, name, holder, onFreed }: Props) {
  const { t, rich } = useStrings()
  const [asking, setAsking] = useState(false)
  const free = useAction({
    run: () =>
      answer(
        api.POST('/api/apps/{id}/saml/free-name', {
          params: { path: { id: appId } },
          body: { name, holderId: holder.personId },
        }),
      ),
    done: () => t('appSignOn.nameFreed'),
    forget: [['trail']],
    after: () => {
      setAsking(false)
      onFreed()
    },
  })
  return (
    <Group gap="sm">
      <span>
        {rich('appSignOn.holder', {
          person: <bdi>{holder.displayName}</bdi>,
          when: <When at={holder.since} as="day" />,
        })}
      </span>
      <AdminButton variant="default" size="xs" onClick={() => setAsking(true)}>
        {t('appSignOn.freeName')}
      </AdminButton>
      <ConfirmDialog
        opened={asking}
        title={t('appSignOn.freeNameTitle', { name })}
        confirmLabel={t('appSignOn.freeName')}
        danger
        busy={free.isPending}
        problem={<Problem error={free.error} />}
        onConfirm={() => free.mutate()}
        onClose={() => setAsking(false)}
      >
        {t('appSignOn.freeNameLead', { person: holder.displayName })}
      </ConfirmDialog>
    </Group>
  )
}
