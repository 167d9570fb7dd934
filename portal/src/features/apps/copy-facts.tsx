import { CopyText } from '../../ui/copy-text.tsx'
import { Facts } from '../../ui/facts.tsx'

/** Names and values, each with a button that copies it. */
export function CopyFacts({ facts }: { facts: readonly { name: string; value: string | null }[] }) {
  return (
    <Facts
      facts={facts.map(({ name, value }) =>
        value === null ? null : { name, value: <CopyText value={value} label={name} /> },
      )}
    />
  )
}
