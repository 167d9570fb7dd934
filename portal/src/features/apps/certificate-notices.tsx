/** Certificates that end soon, ours and those of the app, before anybody stands before a closed door. */
import type { SamlOfApp } from '@hallpass/contract/saml'
import { useQuery } from '@tanstack/react-query'
import { answer, api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { paths } from '../../paths.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useNow } from '../../ui/now.tsx'
import { When } from '../../ui/when.tsx'
import { certificateEnd } from './certificate-end.ts'

/** From here on administrators are warned by mail. */
const soonMs = 60 * 86_400_000

type Props = {
  saml: SamlOfApp
  /** Where the app's certificates are changed, when that is another page. */
  formHref?: string
}

/** The same on the first page of an app, which whoever looks after it opens; nothing where it does not speak SAML. */
export function CertificateNoticesOf({ appId }: { appId: string }) {
  const { data: saml } = useQuery({
    queryKey: keys.appSaml(appId),
    queryFn: () => answer(api.GET('/api/apps/{id}/saml', { params: { path: { id: appId } } })),
  })
  return saml?.settings ? <CertificateNotices saml={saml} formHref={paths.app(appId, 'signOn')} /> : null
}

export function CertificateNotices({ saml, formHref }: Props) {
  const { t, rich } = useStrings()
  const now = useNow(600_000)
  const ours = new Date(saml.setup.certificateExpiresAt)
  const theirs = firstEnd(saml)
  const isSoon = (end: Date) => end.getTime() - now.getTime() <= soonMs
  return (
    <>
      {isSoon(ours) ? (
        <Notice tone="warn" title={t('appSignOn.oursEnds')}>
          <p>{rich('appSignOn.oursEndsDetail', { when: <When at={ours.toISOString()} as="day" /> })}</p>
          <a href={paths.signOn('keys')}>{t('appSignOn.toKeys')}</a>
        </Notice>
      ) : null}
      {theirs && isSoon(theirs) ? (
        <Notice tone="warn" title={t('appSignOn.theirsEnds')}>
          <p>{rich('appSignOn.theirsEndsDetail', { when: <When at={theirs.toISOString()} as="day" /> })}</p>
          {formHref ? <a href={formHref}>{t('appSignOn.toForm')}</a> : null}
        </Notice>
      ) : null}
    </>
  )
}

function firstEnd({ settings }: SamlOfApp): Date | null {
  if (settings === null) return null
  const { signingCertificates, encryption } = settings
  const all = [...signingCertificates, ...(encryption ? [encryption.certificate] : [])]
  const ends = all.map(certificateEnd).filter((end) => end !== null)
  return ends.toSorted((a, b) => a.getTime() - b.getTime())[0] ?? null
}
