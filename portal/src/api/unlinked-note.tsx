import type { Account } from '@hallpass/contract/provisioning'
import { useStrings } from '../strings/use-strings.tsx'

/** What an account should point at in its app and does not yet; nothing where there is nothing. */
export function UnlinkedNote({
  unlinked,
  className,
}: {
  unlinked: Account['unlinked']
  className?: string | undefined
}) {
  const { t } = useStrings()
  if (unlinked.length === 0) return null
  return (
    <ul className={className}>
      {unlinked.map(({ kind, name, why }) => (
        <li key={kind}>
          {kind === 'manager'
            ? t('unlinked.manager')
            : t(`unlinked.${why}`, { kind: t(`unlinked.kind.${kind}`), name: name ?? '' })}
        </li>
      ))}
    </ul>
  )
}
