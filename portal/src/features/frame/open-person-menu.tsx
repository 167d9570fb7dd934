/** What concerns only whoever is signed in: light or dark, language, keys, signing out. Opens as it appears. */
import { type MantineColorScheme, Menu, useMantineColorScheme } from '@mantine/core'
import { IconKeyboard, IconLogout } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { answer, api } from '../../api/client.ts'
import { forgetPerson } from '../../api/session.ts'
import { useAction } from '../../api/use-action.ts'
import { useGo } from '../../navigation/use-go.ts'
import { paths } from '../../paths.ts'
import { type Locale, locales } from '../../strings/catalogue.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { PersonButton } from './person-button.tsx'

const schemes = [
  { value: 'auto', label: 'menu.schemeAuto' },
  { value: 'light', label: 'menu.schemeLight' },
  { value: 'dark', label: 'menu.schemeDark' },
] as const

const languageNames: Record<Locale, string> = { en: 'English', de: 'Deutsch' }

export function OpenPersonMenu({ onKeys }: { onKeys: () => void }) {
  const { t, locale, setLocale } = useStrings()
  const { colorScheme, setColorScheme } = useMantineColorScheme({ keepTransitions: true })
  const client = useQueryClient()
  const go = useGo()
  const signOut = useAction({
    run: () => answer(api.POST('/api/session/sign-out')),
    tellFailure: true,
    after: ({ next }) => {
      forgetPerson(client)
      // Apps that only this browser can sign out of; the way ends at our sign-in again.
      if (next) window.location.assign(next)
      else go(paths.signIn())
    },
  })

  return (
    <Menu defaultOpened position="top-start" width={240} withinPortal={false} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <PersonButton />
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
