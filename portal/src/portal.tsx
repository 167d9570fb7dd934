/** Everything around the screens: words, theme, the service's answers, the router. */
import { DirectionProvider, MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { useEffect, useMemo } from 'react'
import { onSessionEnded } from './api/client.ts'
import { createQueryClient } from './api/query-client.ts'
import { forgetPerson } from './api/session.ts'
import { interceptLinks } from './navigation/links.ts'
import { rememberReturn } from './navigation/return-to.ts'
import { paths } from './paths.ts'
import { createPortalRouter } from './routes.tsx'
import type { Locale } from './strings/catalogue.ts'
import { StringsProvider } from './strings/use-strings.tsx'
import { changeLocale, useWords } from './strings/words.ts'
import { theme } from './ui/theme/theme.ts'
import { Toasts } from './ui/toasts.tsx'

export function Portal() {
  const { locale, catalogue } = useWords()
  const client = useMemo(createQueryClient, [])
  const router = useMemo(() => createPortalRouter(client), [client])

  useEffect(() => {
    document.documentElement.lang = locale
    document.documentElement.dir = /^(ar|he|fa|ur)/.test(locale) ? 'rtl' : 'ltr'
  }, [locale])

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
        // An answer that was under way while one signed out says nothing new.
        if (router.state.location.pathname === paths.signIn()) return
        rememberReturn(router.state.location.href)
        forgetPerson(client)
        void router.navigate({ href: paths.signIn() })
      }),
    [router, client],
  )

  return (
    <StringsProvider locale={locale} catalogue={catalogue} onLocale={changeTo}>
      <DirectionProvider detectDirection>
        <MantineProvider theme={theme} defaultColorScheme="auto" withCssVariables={false} withGlobalClasses={false}>
          <QueryClientProvider client={client}>
            <RouterProvider router={router} />
            <Toasts />
          </QueryClientProvider>
        </MantineProvider>
      </DirectionProvider>
    </StringsProvider>
  )
}

function changeTo(locale: Locale): void {
  void changeLocale(locale)
}
