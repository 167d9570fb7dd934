/** A search box: answers as one types, `/` jumps into it, Escape empties it. */
import { CloseButton, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useStrings } from '../strings/use-strings.tsx'
import { Key } from './key.tsx'
import { useKeys } from './use-keys.ts'

type Props = {
  label: string
  placeholder?: string
  value: string
  onChange: (value: string) => void
  /** Milliseconds of rest before onChange; 0 for filtering what is on the page already. */
  restMs?: number
  autoFocus?: boolean
  size?: 'sm' | 'md'
}

export function SearchField({
  label,
  placeholder,
  value,
  onChange,
  restMs = 150,
  autoFocus = false,
  size = 'sm',
}: Props) {
  const { t } = useStrings()
  const box = useRef<HTMLInputElement>(null)
  const [text, setText] = useState(value)
  const sent = useRef(value)
  useKeys({ '/': () => box.current?.focus() })

  // Back and forward change the value from outside.
  useEffect(() => {
    if (value === sent.current) return
    sent.current = value
    setText(value)
  }, [value])

  useEffect(() => {
    if (text === sent.current) return
    const timer = setTimeout(() => {
      sent.current = text
      onChange(text)
    }, restMs)
    return () => clearTimeout(timer)
  }, [text, restMs, onChange])

  return (
    <TextInput
      ref={box}
      type="search"
      role="searchbox"
      aria-label={label}
      placeholder={placeholder ?? label}
      size={size}
      value={text}
      maxLength={100}
      autoComplete="off"
      data-autofocus={autoFocus || undefined}
      autoFocus={autoFocus}
      leftSection={<IconSearch size={16} aria-hidden />}
      rightSection={
        text === '' ? <Key>/</Key> : <CloseButton size="sm" aria-label={t('ui.clear')} onClick={() => setText('')} />
      }
      onChange={(event) => setText(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        if (text === '') box.current?.blur()
        setText('')
      }}
    />
  )
}
