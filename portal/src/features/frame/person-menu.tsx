/** Who is signed in, and what concerns only them: light or dark, language, keys, signing out. */
import { Menu, useMantineColorScheme } from '@mantine/core'
import {
  IconCheck,
  IconDeviceDesktop,
  IconKeyboard,
  IconLogout,
  IconMoon,
  IconSelector,
  IconSun,
} from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { answer, api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { useSession } from '../../api/session.ts'
import { useAction } from '../../api/use-action.ts'
import { useGo } from '../../navigation/use-go.ts'
import { paths } from '../../paths.ts'
import { type Locale, locales } from '../../strings/catalogue.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { PersonLine } from '../../ui/face.tsx'
import styles from './person-menu.module.css'

const schemes = [
  { value: 'auto', icon: IconDeviceDesktop, label: 'menu.schemeAuto' },
  { value: 'light', icon: IconSun, label: 'menu.schemeLight' },
  { value: 'dark', icon: IconMoon, label: 'menu.schemeDark' },
] as const

const languageNames: Record<Locale, string> = { en: 'English', de: 'Deutsch' }

export function PersonMenu({ onKeys }: { onKeys: () => void }) {
  const { t, locale, setLocale } = useStrings()
  const { person } = useSession()
  const { colorScheme, setColorScheme } = useMantineColorScheme({ keepTransitions: true })
  const client = useQueryClient()
  const go = useGo()
  const signOut = useAction({
    run: () => answer(api.POST('/api/session/sign-out')),
    tellFailure: true,
    after: () => {
      client.clear()
      void client.invalidateQueries({ queryKey: keys.session })
      go(paths.signIn())
    },
  })

  return (
    <Menu position="top-start" width={240} withinPortal>
      <Menu.Target>
        <button type="button" className={styles.button} aria-label={t('menu.label', { name: person.displayName })}>
          <PersonLine name={person.displayName} id={person.id} detail={person.title ?? person.directoryName} />
          <IconSelector size={16} aria-hidden className={styles.arrow} />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('menu.scheme')}</Menu.Label>
        {schemes.map(({ value, icon: Icon, label }) => (
          <Menu.Item
            key={value}
            role="menuitemradio"
            aria-checked={colorScheme === value}
            leftSection={<Icon size={16} />}
            rightSection={colorScheme === value ? <IconCheck size={16} /> : null}
            onClick={() => setColorScheme(value)}
          >
            {t(label)}
          </Menu.Item>
        ))}
        <Menu.Label>{t('menu.language')}</Menu.Label>
        {locales.map((value) => (
          <Menu.Item
            key={value}
            lang={value}
            role="menuitemradio"
            aria-checked={locale === value}
            rightSection={locale === value ? <IconCheck size={16} /> : null}
            onClick={() => setLocale(value)}
          >
            {languageNames[value]}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<IconKeyboard size={16} />} onClick={onKeys}>
          {t('menu.keys')}
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => signOut.mutate()}>
          {t('menu.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
