import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useEffect } from 'react'
import { sessionQuery } from '../../api/session.ts'
import { paths } from '../../paths.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { Door } from '../../ui/door.tsx'
import { applyBrand } from '../../ui/theme/apply-brand.ts'

type Props = { title: string; lead?: string | undefined; back?: boolean; children: ReactNode }

/** The door with the company's name on it, for pages that people reach signed out. */
export function PublicDoor({ title, lead, back = false, children }: Props) {
  const { t } = useStrings()
  const { data } = useQuery(sessionQuery)
  const company = data?.company ?? { name: 'Hallpass', logo: null, accent: null }
  useEffect(() => applyBrand(company), [company])
  return (
    <Door
      company={company}
      title={title}
      lead={lead}
      foot={back ? <a href={paths.signIn()}>{t('forgot.back')}</a> : undefined}
    >
      {children}
    </Door>
  )
}
