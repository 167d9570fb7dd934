/** Everything around the screens: words, theme, the service's answers, the router. */
import { DirectionProvider, MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { onSessionEnded } from './api/client.ts'
import { createQueryClient } from './api/query-client.ts'
import { interceptLinks } from './navigation/links.ts'
import { rememberReturn } from './navigation/return-to.ts'
import { paths } from './paths.ts'
import { createPortalRouter } from './routes.tsx'
import type { Catalogue, Locale } from './strings/catalogue.ts'
import { keepLocale } from './strings/chosen-locale.ts'
import { loadCatalogue } from './strings/load-catalogue.ts'
import { StringsProvider } from './strings/use-strings.tsx'
import { theme } from './ui/theme/theme.ts'

type Words = { locale: Locale; catalogue: Catalogue }

export function Portal(start: Words) {
  const [words, setWords] = useState<Words>(start)
  const client = useMemo(createQueryClient, [])
  const router = useMemo(() => createPortalRouter(client), [client])

  useEffect(() => {
    document.documentElement.lang = words.locale
    document.documentElement.dir = /^(ar|he|fa|ur)/.test(words.locale) ? 'rtl' : 'ltr'
  }, [words.locale])

  useEffect(
    () =>
      interceptLinks({
        navigate: ({ href }) => router.navigate({ href }),
        preload: (href) => void router.preloadRoute({ href } as never).catch(() => undefined),
      }),
    [router],
  )

  useEffect(
    () =>
      onSessionEnded(() => {
        rememberReturn(router.state.location.href)
        client.clear()
        void router.navigate({ href: paths.signIn() })
      }),
    [router, client],
  )

  const setLocale = useCallback(async (locale: Locale) => {
    keepLocale(locale)
    const catalogue = await loadCatalogue(locale)
    setWords({ locale, catalogue })
  }, [])

  return (
    <StringsProvider locale={words.locale} catalogue={words.catalogue} onLocale={(locale) => void setLocale(locale)}>
      <DirectionProvider detectDirection>
        <MantineProvider theme={theme} defaultColorScheme="auto" withCssVariables={false} withGlobalClasses={false}>
          <QueryClientProvider client={client}>
            <RouterProvider router={router} />
            <Notifications position="bottom-center" limit={3} />
          </QueryClientProvider>
        </MantineProvider>
      </DirectionProvider>
    </StringsProvider>
  )
}
