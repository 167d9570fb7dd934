import { Textarea, type TextareaProps } from '@mantine/core'

type Props = Omit<TextareaProps, 'value' | 'onChange' | 'rows'> & {
  value: string
  onChange: (text: string) => void
  /** Lines shown at least, and at most before it scrolls. */
  rows?: readonly [number, number]
}

/** Several values, one a line: addresses, names, attributes. */
export function LinesField({ onChange, rows: [least, most] = [2, 8], ...props }: Props) {
  return (
    <Textarea
      autosize
      minRows={least}
      maxRows={most}
      spellCheck={false}
      {...props}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}
