import type { DeskChannel } from '@hallpass/contract/desk'
import { Radio } from '@mantine/core'
import { useStrings } from '../../strings/use-strings.tsx'
import styles from './desk.module.css'

type Props = { label: string; channels: readonly DeskChannel[]; value: string | null; onChange: (ref: string) => void }

/** Ways to reach the person that the directory knows; one that proves nothing says why. */
export function ChannelChoice({ label, channels, value, onChange }: Props) {
  const { t } = useStrings()
  if (channels.length === 0) return <p className={styles.quiet}>{t('desk.noChannel')}</p>
  return (
    <Radio.Group aria-label={label} value={value} onChange={onChange}>
      <div className={styles.choices}>
        {channels.map((channel) => (
          <Radio
            key={channel.ref}
            value={channel.ref}
            size="sm"
            disabled={channel.unavailable !== null}
            label={<bdi>{channel.label}</bdi>}
            {...(channel.unavailable === null
              ? {}
              : { description: t(`problem.code.proof_unavailable.${channel.unavailable}`) })}
          />
        ))}
      </div>
    </Radio.Group>
  )
}

/** The only channel that can be used needs no choosing. */
export function usualChannel(channels: readonly DeskChannel[]): string | null {
  const usable = channels.filter(({ unavailable }) => unavailable === null)
  return usable.length === 1 ? (usable[0]?.ref ?? null) : null
}
