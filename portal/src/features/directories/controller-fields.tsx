/** The domain controllers of one domain, in the order they are asked. */
import { Button, NumberInput, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { fieldProps } from '../../api/problem-error.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import styles from './controller-fields.module.css'
import type { Controller, DirectoryValues } from './directory-values.ts'

type Props = {
  values: Pick<DirectoryValues, 'controllers' | 'security'>
  onChange: (change: Partial<DirectoryValues>) => void
  error: unknown
}

export function ControllerFields({ values, onChange, error }: Props) {
  const { t } = useStrings()
  const { controllers } = values
  const set = (index: number, change: Partial<Controller>) =>
    onChange({ controllers: controllers.map((one, place) => (place === index ? { ...one, ...change } : one)) })
  const port = (index: number, name: 'port' | 'kdcPort') => ({
    min: 1,
    max: 65535,
    allowDecimal: false,
    hideControls: true,
    value: controllers[index]?.[name] ?? 0,
    ...fieldProps(error, `settings.controllers.${index}.${name}`),
    onChange: (value: number | string) => set(index, { [name]: typeof value === 'number' ? value : 0 }),
  })
  return (
    <fieldset className={styles.controllers}>
      <legend className={styles.legend}>{t('directoryForm.controllers')}</legend>
      <p className={styles.hint}>{t('directoryForm.controllersHint')}</p>
      <ol className={styles.list}>
        {controllers.map(({ host }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place; rows are never moved
          <li key={index} className={styles.row}>
            <TextInput
              label={t('directoryForm.controller', { place: index + 1 })}
              required
              maxLength={253}
              spellCheck={false}
              placeholder="dc1.acme.example"
              className={styles.host}
              value={host}
              {...fieldProps(error, `settings.controllers.${index}.host`)}
              onChange={(event) => set(index, { host: event.currentTarget.value })}
            />
            <NumberInput label={t('directoryForm.port')} className={styles.port} required {...port(index, 'port')} />
            <NumberInput label={t('directoryForm.kdcPort')} className={styles.port} {...port(index, 'kdcPort')} />
            {controllers.length > 1 ? (
              <Button
                variant="default"
                className={styles.remove}
                aria-label={t('ui.remove', {
                  what: host === '' ? t('directoryForm.controller', { place: index + 1 }) : host,
                })}
                onClick={() => onChange({ controllers: controllers.filter((_one, place) => place !== index) })}
              >
                <IconX size={16} aria-hidden />
              </Button>
            ) : null}
          </li>
        ))}
      </ol>
      {controllers.length < 8 ? (
        <Button
          variant="default"
          size="xs"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() =>
            onChange({
              controllers: [
                ...controllers,
                { host: '', port: values.security === 'starttls' ? 389 : 636, kdcPort: controllers[0]?.kdcPort ?? 88 },
              ],
            })
          }
        >
          {t('directoryForm.addController')}
        </Button>
      ) : null}
    </fieldset>
  )
}
