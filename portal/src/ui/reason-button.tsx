/** A button that says why it cannot be pressed now: on hover, on focus, and to a screen reader. */
import { Button, type ButtonProps, Tooltip } from '@mantine/core'
import type { ReactNode } from 'react'

type Props = ButtonProps & {
  children: ReactNode
  /** Null when it can be pressed. */
  why: string | null
  onClick?: () => void
  type?: 'button' | 'submit'
}

export function ReasonButton({ children, why, onClick, type = 'button', ...props }: Props) {
  if (why === null) {
    return (
      <Button {...props} type={type} {...(onClick ? { onClick } : {})}>
        {children}
      </Button>
    )
  }
  return (
    <Tooltip label={why} multiline maw={280}>
      <Button {...props} type="button" aria-disabled data-disabled onClick={(event) => event.preventDefault()}>
        {children}
        <span className="visually-hidden">. {why}</span>
      </Button>
    </Tooltip>
  )
}
