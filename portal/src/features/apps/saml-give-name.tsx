/** Why somebody would be refused because of their name in an app, and saying that it is theirs. */
import type { SamlPreview } from '@hallpass/contract/saml'
import { useState } from 'react'
import { AdminButton } from '../../api/administration/admin-only.tsx'
import { answer, api } from '../../api/client.ts'
import { Problem } from '../../api/loaded.tsx'
import { useAction } from '../../api/use-action.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { Notice } from '../../ui/notice.tsx'

type Props = {
  appId: string
  person: { id: string; displayName: string }
  preview: SamlPreview & { nameId: string }
  onGiven: () => void
}

export function SamlGiveName({ appId, person, preview, onGiven }: Props) {
  const { t, list } = useStrings()
  const [asking, setAsking] = useState(false)
  const { nameId: name, holder, vouchedTo, namesakes, refused } = preview
  const give = useAction({
    run: () =>
      answer(
        api.POST('/api/apps/{id}/saml/give-name', {
          params: { path: { id: appId } },
          body: { name, personId: person.id, holderId: holder?.personId ?? null },
        }),
      ),
    done: () => t('appSignOn.nameGiven'),
    forget: [['trail']],
    after: () => {
      setAsking(false)
      onGiven()
    },
  })
  if (refused === null) return null
  const isVouched = refused === 'name_shared' && vouchedTo.length > 0
  const others = [...new Set([...(holder ? [holder.displayName] : []), ...vouchedTo, ...namesakes])]
  return (
    <>
      <Notice tone="warn" title={t('appSignOn.refusedByName', { person: person.displayName })}>
        <p>
          {isVouched
            ? t('appSignOn.refused.vouched', { people: list(vouchedTo) })
            : t(`appSignOn.refused.${refused}`, { person: person.displayName })}
        </p>
        <AdminButton variant="default" size="xs" onClick={() => setAsking(true)}>
          {t('appSignOn.giveName')}
        </AdminButton>
      </Notice>
      <ConfirmDialog
        opened={asking}
        title={t('appSignOn.giveNameTitle', { name, person: person.displayName })}
        confirmLabel={t('appSignOn.giveName')}
        danger
        busy={give.isPending}
        problem={<Problem error={give.error} />}
        onConfirm={() => give.mutate()}
        onClose={() => setAsking(false)}
      >
        {t('appSignOn.giveNameLead', { person: person.displayName, name })}
        {others.length > 0 ? ` ${t('appSignOn.giveNameOthers', { people: list(others) })}` : null}
      </ConfirmDialog>
    </>
  )
}
