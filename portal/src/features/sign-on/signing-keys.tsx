/** The keys that sign people on to apps: which is in use, which follows, who was given it, and moving on to it. */
import type { SignOnKeys } from '@hallpass/contract/sign-on-keys'
import { useQuery } from '@tanstack/react-query'
import { answer, api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { Loaded } from '../../api/loaded.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { CertificateApps } from './certificate-apps.tsx'
import { KeysOfUse } from './keys-of-use.tsx'
import styles from './sign-on.module.css'

export function SigningKeys() {
  const query = useQuery({
    queryKey: keys.signOnKeys,
    queryFn: (): Promise<SignOnKeys> => answer(api.GET('/api/sign-on-keys')),
  })
  return (
    <Loaded query={query} skeleton={<Skeleton shape="cards" rows={3} />}>
      {(all) => (
        <div className={styles.policy}>
          <KeysOfUse use="saml" all={all} />
          <CertificateApps all={all} />
          <KeysOfUse use="oidc" all={all} />
        </div>
      )}
    </Loaded>
  )
}
