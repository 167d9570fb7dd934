/** A button that only administrators may press; others see it, disabled, with the reason. */
import { Button, type ButtonProps, Tooltip } from '@mantine/core'
import type { ReactNode } from 'react'
import { useStrings } from '../../strings/use-strings.tsx'
import { useHasRole } from '../session.ts'

type Props = ButtonProps & {
  children: ReactNode
  href?: string
  onClick?: () => void
  type?: 'button' | 'submit'
  why?: string | null
}

/** `why`: another reason why it cannot be pressed now; null when there is none. */
export function AdminButton({ children, href, onClick, why = null, type = 'button', ...props }: Props) {
  const { t } = useStrings()
  const isAdmin = useHasRole('admin')
  const reason = isAdmin ? why : t('ui.readOnly')
  if (reason !== null) {
    return (
      <Tooltip label={reason} multiline maw={280}>
        <Button {...props} type="button" aria-disabled data-disabled onClick={(event) => event.preventDefault()}>
          {children}
          <span className="visually-hidden">. {reason}</span>
        </Button>
      </Tooltip>
    )
  }
  if (href !== undefined) {
    return (
      <Button {...props} component="a" href={href}>
        {children}
      </Button>
    )
  }
  return (
    <Button {...props} type={type} {...(onClick ? { onClick } : {})}>
      {children}
    </Button>
  )
}
