import type { Factor } from '@hallpass/contract/factors'
import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { answer, api } from '../../api/client.ts'
import { FactorIcon } from '../../api/enrolment/factor-icon.tsx'
import { keys } from '../../api/keys.ts'
import { Problem } from '../../api/loaded.tsx'
import { useAction } from '../../api/use-action.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { Item } from '../../ui/item-list.tsx'
import { Status } from '../../ui/status.tsx'
import { When } from '../../ui/when.tsx'
import styles from './security.module.css'

/** One factor: what it is called, when it was used, and the two things to do with it. */
export function FactorRow({ factor, isLast }: { factor: Factor; isLast: boolean }) {
  const { t, rich } = useStrings()
  const [renaming, setRenaming] = useState(false)
  const [removing, setRemoving] = useState(false)
  const params = { path: { id: factor.id } }
  const remove = useAction({
    run: () => answer(api.DELETE('/api/factors/{id}', { params })),
    done: () => t('security.removed', { name: factor.name }),
    forget: [keys.myFactors],
    after: () => setRemoving(false),
  })
  const actions = (
    <>
      <Button
        variant="default"
        size="xs"
        aria-label={t('security.renameOne', { name: factor.name })}
        onClick={() => setRenaming(true)}
      >
        {t('security.rename')}
      </Button>
      <Button
        variant="default"
        size="xs"
        aria-label={t('ui.remove', { what: factor.name })}
        onClick={() => setRemoving(true)}
      >
        {t('security.remove')}
      </Button>
    </>
  )
  return (
    <>
      {renaming ? (
        <Item
          icon={<FactorIcon kind={factor.kind} />}
          name={<Rename factor={factor} onDone={() => setRenaming(false)} />}
        />
      ) : (
        <Item
          icon={<FactorIcon kind={factor.kind} />}
          name={
            <>
              <bdi>{factor.name}</bdi> {factor.restsUntil ? <Status tone="warn">{t('security.rests')}</Status> : null}
            </>
          }
          details={[
            <>
              {t(`factor.kind.${factor.kind}`)} ·{' '}
              {rich('security.since', { when: <When at={factor.createdAt} as="day" /> })}
              {' · '}
              {factor.lastUsedAt
                ? rich('security.used', { when: <When at={factor.lastUsedAt} /> })
                : t('security.neverUsed')}
            </>,
            factor.restsUntil ? rich('security.restsDetail', { when: <When at={factor.restsUntil} /> }) : null,
          ]}
          actions={actions}
        />
      )}
      <ConfirmDialog
        opened={removing}
        title={t('security.removeTitle', { name: factor.name })}
        confirmLabel={t('security.remove')}
        danger
        busy={remove.isPending}
        problem={<Problem error={remove.error} />}
        onConfirm={() => remove.mutate()}
        onClose={() => setRemoving(false)}
      >
        <p>{t(isLast ? 'security.removeLast' : 'security.removeDetail')}</p>
      </ConfirmDialog>
    </>
  )
}

function Rename({ factor, onDone }: { factor: Factor; onDone: () => void }) {
  const { t } = useStrings()
  const [name, setName] = useState(factor.name)
  const rename = useAction({
    run: () =>
      answer(api.PATCH('/api/factors/{id}', { params: { path: { id: factor.id } }, body: { name: name.trim() } })),
    forget: [keys.myFactors],
    after: onDone,
    tellFailure: true,
  })

  function submit(event: FormEvent) {
    event.preventDefault()
    if (name.trim() !== '') rename.mutate()
  }

  return (
    <form className={styles.rename} onSubmit={submit}>
      <TextInput
        aria-label={t('enrol.name')}
        autoFocus
        maxLength={60}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onDone()
        }}
      />
      <Button type="submit" size="sm" loading={rename.isPending} disabled={name.trim() === ''}>
        {t('ui.save')}
      </Button>
      <Button variant="default" size="sm" onClick={onDone}>
        {t('ui.cancel')}
      </Button>
    </form>
  )
}
