/** Who is signed in, and what concerns only them: light or dark, language, keys, signing out. */
import { type MantineColorScheme, Menu, useMantineColorScheme } from '@mantine/core'
import { IconKeyboard, IconLogout, IconSelector } from '@tabler/icons-react'
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
  { value: 'auto', label: 'menu.schemeAuto' },
  { value: 'light', label: 'menu.schemeLight' },
  { value: 'dark', label: 'menu.schemeDark' },
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
    <Menu position="top-start" width={240} withinPortal={false} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <button type="button" className={styles.button}>
          <PersonLine name={person.displayName} id={person.id} detail={person.title ?? person.directoryName} />
          <IconSelector size={16} aria-hidden className={styles.arrow} />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('menu.scheme')}</Menu.Label>
        <Menu.RadioGroup value={colorScheme} onChange={(value) => setColorScheme(value as MantineColorScheme)}>
          {schemes.map(({ value, label }) => (
            <Menu.RadioItem key={value} value={value}>
              {t(label)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Label>{t('menu.language')}</Menu.Label>
        <Menu.RadioGroup value={locale} onChange={(value) => setLocale(value as Locale)}>
          {locales.map((value) => (
            <Menu.RadioItem key={value} value={value} lang={value}>
              {languageNames[value]}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
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
