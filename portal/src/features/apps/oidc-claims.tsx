/** Claims of this app that differ from the usual ones, each with an expression as in SAML. */
import type { OidcClaimName, OidcSettings } from '@hallpass/contract/oidc'
import { ActionIcon, Button, Select, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { fieldProps } from '../../api/problem-error.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { FormGroup } from './form-group.tsx'
import styles from './sign-on.module.css'

type Claims = OidcSettings['claims']
type Props = { claims: Claims; values: string[]; error: unknown; onChange: (claims: Claims) => void }

/** By name, so that one the contract gains or loses does not go unnoticed here. */
const known: Record<OidcClaimName, true> = {
  name: true,
  given_name: true,
  family_name: true,
  preferred_username: true,
  email: true,
  locale: true,
  groups: true,
  roles: true,
  entitlements: true,
  department: true,
  title: true,
  upn: true,
  login: true,
}
const names = Object.keys(known) as OidcClaimName[]

export function OidcClaims({ claims, values, error, onChange }: Props) {
  const { t, list } = useStrings()
  const free = names.filter((name) => claims.every((claim) => claim.name !== name))
  const [next] = free
  const change = (place: number, part: Partial<Claims[number]>) =>
    onChange(claims.map((claim, index) => (index === place ? { ...claim, ...part } : claim)))
  return (
    <FormGroup
      title={t('appSignOn.claims')}
      lead={t('appSignOn.claimsLead', { values: list(values.map((value) => `{${value}}`)) })}
    >
      {claims.map(({ name, value }, place) => (
        <div key={name} className={styles.claim}>
          <Select
            aria-label={t('appSignOn.claimName')}
            value={name}
            data={[name, ...free]}
            onChange={(chosen) => change(place, { name: names.find((one) => one === chosen) ?? name })}
          />
          <TextInput
            aria-label={t('appSignOn.claimValue', { claim: name })}
            required
            maxLength={500}
            spellCheck={false}
            value={value}
            {...fieldProps(error, `settings.claims.${place}.value`)}
            onChange={(event) => change(place, { value: event.currentTarget.value })}
          />
          <ActionIcon
            variant="default"
            size="input-sm"
            aria-label={t('ui.remove', { what: name })}
            onClick={() => onChange(claims.filter((_, index) => index !== place))}
          >
            <IconX size={16} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      {next === undefined ? null : (
        <div>
          <Button
            variant="default"
            size="xs"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => onChange([...claims, { name: next, value: '{mail}' }])}
          >
            {t('appSignOn.addClaim')}
          </Button>
        </div>
      )}
    </FormGroup>
  )
}
