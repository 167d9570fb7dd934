import type { ReactNode } from 'react'
import { useBrand } from '../../api/brand.ts'
import { paths } from '../../paths.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { Door } from '../../ui/door.tsx'

type Props = { title: string; lead?: string | undefined; back?: boolean; children: ReactNode }

/** The door with the company's name on it, for pages that people reach signed out. */
export function PublicDoor({ title, lead, back = false, children }: Props) {
  const { t } = useStrings()
  const company = useBrand()
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
