import { useStrings } from '../../strings/use-strings.tsx'
import { useNow } from '../../ui/now.tsx'
import { Status } from '../../ui/status.tsx'
import { When } from '../../ui/when.tsx'

/** From here on administrators are warned by mail. */
const soonMs = 60 * 86_400_000

/** Until when a certificate holds, and whether that is soon. */
export function CertificateEnd({ at }: { at: string }) {
  const { rich } = useStrings()
  const now = useNow(600_000)
  const left = new Date(at).getTime() - now.getTime()
  const when = <When at={at} as="day" />
  if (left <= 0) return <Status tone="bad">{rich('signingKeys.ended', { when })}</Status>
  if (left > soonMs) return <Status tone="good">{rich('signingKeys.holds', { when })}</Status>
  return (
    <Status tone="warn">
      {rich('signingKeys.endsSoon', { when, distance: <When key="distance" at={at} as="distance" /> })}
    </Status>
  )
}
