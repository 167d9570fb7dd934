import { useStrings } from '../../strings/use-strings.tsx'
import { KeysHelp } from '../../ui/keys-help.tsx'

/** All keys of the portal in one dialog. */
export function Help({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useStrings()
  const command = /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘' : 'Ctrl'
  return (
    <KeysHelp
      opened={opened}
      onClose={onClose}
      groups={[
        {
          title: t('keys.everywhere'),
          keys: [
            { keys: [command, 'K'], does: t('keys.palette') },
            { keys: ['/'], does: t('keys.search') },
            { keys: ['?'], does: t('keys.help') },
            { keys: ['Esc'], does: t('keys.close') },
          ],
        },
        {
          title: t('keys.inbox'),
          keys: [
            { keys: ['J'], does: t('keys.next') },
            { keys: ['K'], does: t('keys.previous') },
            { keys: ['A'], does: t('keys.approve') },
            { keys: ['D'], does: t('keys.deny') },
            { keys: ['Q'], does: t('keys.question') },
            { keys: ['X'], does: t('keys.mark') },
            { keys: ['Z'], does: t('keys.undo') },
          ],
        },
      ]}
    />
  )
}
