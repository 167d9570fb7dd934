import type { Factor, FactorList } from '@hallpass/contract/factors'
import { Button, Menu } from '@mantine/core'
import { IconPlus, IconShieldCheck } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type MainKind, mainKinds } from '../../api/enrolment/add-factor.tsx'
import { FactorIcon } from '../../api/enrolment/factor-icon.tsx'
import { keys } from '../../api/keys.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ItemList } from '../../ui/item-list.tsx'
import { Section } from '../../ui/section.tsx'
import { showToast } from '../../ui/toasts.tsx'
import { AddDialog } from './add-dialog.tsx'
import { FactorRow } from './factor-row.tsx'
import styles from './security.module.css'

/** Passkeys, authenticator apps and what else there is: listed, added, renamed, removed. */
export function Factors({ list }: { list: FactorList }) {
  const { t } = useStrings()
  const client = useQueryClient()
  const [adding, setAdding] = useState<MainKind | null>(null)
  const factors = list.items.filter(({ kind }) => kind !== 'recovery_codes')
  const kinds = mainKinds.flatMap((kind) => list.kinds.filter((known) => known.kind === kind))

  function added(factor: Factor) {
    setAdding(null)
    showToast({ message: t('security.added', { name: factor.name }), tone: 'good', closeLabel: t('ui.close') })
    void client.invalidateQueries({ queryKey: keys.myFactors })
    void client.invalidateQueries({ queryKey: keys.mySignIns })
  }

  const menu = (
    <Menu position="bottom-end" width={300} withinPortal={false} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <Button size="xs" leftSection={<IconPlus size={14} aria-hidden />}>
          {t('security.add')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {kinds.map(({ kind, isOffered }) => (
          <Menu.Item
            key={kind}
            leftSection={<FactorIcon kind={kind} />}
            disabled={!isOffered}
            onClick={() => setAdding(kind as MainKind)}
          >
            {t(`factor.kind.${kind}`)}
            {isOffered ? null : <span className={styles.why}>{t(`security.notOffered.${kind as MainKind}`)}</span>}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
  return (
    <Section title={t('security.factors')} lead={t('security.factorsLead')} action={menu}>
      {factors.length === 0 ? (
        <EmptyState icon={<IconShieldCheck size={22} />} title={t('security.none')}>
          {t('security.noneDetail')}
        </EmptyState>
      ) : (
        <ItemList>
          {factors.map((factor) => (
            <FactorRow key={factor.id} factor={factor} isLast={factors.length === 1} />
          ))}
        </ItemList>
      )}
      <AddDialog kind={adding} onAdded={added} onClose={() => setAdding(null)} />
    </Section>
  )
}
