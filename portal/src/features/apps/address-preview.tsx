/** The addresses a template becomes with the values typed so far; which of several, where it names alternatives. */
import type { Template } from '@hallpass/contract/templates'
import { Select } from '@mantine/core'
import { useStrings } from '../../strings/use-strings.tsx'
import { Section } from '../../ui/section.tsx'
import styles from './apps.module.css'
import { fillPattern } from './fill-pattern.ts'

const leftOut = 'none'
const kinds = ['signOn', 'entityId', 'acs', 'relayState', 'scimBase'] as const
type Kind = (typeof kinds)[number]
/** Which alternative of each list to use: the first where none is chosen, none at all when null. */
export type Choices = { [K in Kind]?: number | null }

type Props = {
  template: Template
  values: Readonly<Record<string, string>>
  choices: Choices
  onChoice: (kind: Kind, index: number | null) => void
  ownSignOn: string
}

export function AddressPreview({ template, values, choices, onChoice, ownSignOn }: Props) {
  const { t } = useStrings()
  const patterns: Record<Kind, readonly string[]> = {
    signOn: template.saml?.signOn ?? [],
    entityId: template.saml?.entityId ?? [],
    acs: template.saml?.acs ?? [],
    relayState: template.saml?.relayState ?? [],
    scimBase: template.provisioning?.baseUrl ?? [],
  }
  return (
    <Section title={t('newApp.addresses')}>
      <div className={styles.addresses}>
        {kinds.map((kind) => {
          const list = patterns[kind]
          const choice = choices[kind] === undefined ? 0 : choices[kind]
          const chosen = choice === null ? undefined : list[choice]
          const pattern = kind === 'signOn' && ownSignOn !== '' ? ownSignOn : chosen
          if (list.length === 0 && kind !== 'signOn') return null
          return (
            <div key={kind}>
              <p className={styles.addressName}>{t(`newApp.address.${kind}`)}</p>
              {list.length > 0 ? (
                <Select
                  aria-label={t('newApp.choice', { kind: t(`newApp.address.${kind}`) })}
                  size="xs"
                  mb={4}
                  value={choice === null ? leftOut : String(choice)}
                  data={[
                    ...list.map((text, index) => ({ value: String(index), label: text })),
                    { value: leftOut, label: t('newApp.leaveOut') },
                  ]}
                  onChange={(value) => onChoice(kind, value === leftOut ? null : Number(value ?? 0))}
                />
              ) : null}
              {pattern === undefined ? (
                choice === null ? null : (
                  <p className={styles.quiet}>{template.url ?? t('newApp.unknown')}</p>
                )
              ) : (
                <Filled pattern={pattern} values={values} />
              )}
            </div>
          )
        })}
      </div>
    </Section>
  )
}

function Filled({ pattern, values }: { pattern: string; values: Readonly<Record<string, string>> }) {
  const { t } = useStrings()
  return (
    <p className={styles.address}>
      {fillPattern(pattern, values).map(({ at, text, isHole }) =>
        isHole ? (
          <span key={at} className={styles.hole} title={t('newApp.missing')}>
            {text}
          </span>
        ) : (
          <span key={at}>{text}</span>
        ),
      )}
    </p>
  )
}
