import type { AppDetail } from '@hallpass/contract/apps'
import type { SamlOfApp } from '@hallpass/contract/saml'
import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useStrings } from '../../strings/use-strings.tsx'
import { FormLayout } from '../../ui/form-layout.tsx'
import { Section } from '../../ui/section.tsx'
import { When } from '../../ui/when.tsx'
import { CertificateNotices } from './certificate-notices.tsx'
import { CopyFacts } from './copy-facts.tsx'
import { SamlCheck } from './saml-check.tsx'
import { SamlForm } from './saml-form.tsx'
import { SamlPreviewCard } from './saml-preview.tsx'
import { ServiceNowSignOn } from './servicenow-sign-on.tsx'

/** Everything the app's administrator copies, what we know about the app, and whether the two go together. */
export function SamlSignOn({ app, saml }: { app: AppDetail; saml: SamlOfApp }) {
  const { t, rich } = useStrings()
  const { setup } = saml
  return (
    <>
      <CertificateNotices saml={saml} />
      <Section
        title={t('appSignOn.copy')}
        lead={t('appSignOn.copyLead')}
        action={
          <Button
            component="a"
            href="/saml/metadata"
            download="metadata.xml"
            variant="default"
            size="xs"
            leftSection={<IconDownload size={14} aria-hidden />}
          >
            {t('appSignOn.metadataFile')}
          </Button>
        }
      >
        <FormLayout>
          <CopyFacts
            facts={[
              { name: t('appSignOn.ourEntityId'), value: setup.entityId },
              { name: t('appSignOn.signOnUrl'), value: setup.signOnUrl },
              { name: t('appSignOn.logoutUrl'), value: setup.logoutUrl },
              { name: t('appSignOn.metadataUrl'), value: setup.metadataUrl },
              { name: t('appSignOn.certificate'), value: setup.certificate },
              { name: 'SHA-256', value: setup.certificateSha256 },
              { name: t('appSignOn.nextCertificate'), value: setup.nextCertificate },
            ]}
          />
          <p>{rich('appSignOn.certificateUntil', { when: <When at={setup.certificateExpiresAt} as="day" /> })}</p>
        </FormLayout>
      </Section>
      <SamlForm app={app} saml={saml} />
      {saml.settings === null ? null : (
        <>
          {app.templateSlug === 'servicenow' ? <ServiceNowSignOn appId={app.id} /> : null}
          <SamlCheck appId={app.id} />
          <SamlPreviewCard appId={app.id} />
        </>
      )}
    </>
  )
}
