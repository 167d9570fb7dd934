import type { FieldProps } from '../../api/problem-error.ts'

/** One input of a directory's settings. */
export type TextProps = FieldProps & {
  value: string
  onChange: (event: { currentTarget: { value: string } }) => void
}

/** The same for inputs of whole numbers. */
export type CountProps = FieldProps & {
  min: number
  max: number
  allowDecimal: boolean
  value: number
  onChange: (value: number | string) => void
}
