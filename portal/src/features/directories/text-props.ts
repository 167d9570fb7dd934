/** One input of a directory's settings. */
export type TextProps = {
  value: string
  error: string | undefined
  onChange: (event: { currentTarget: { value: string } }) => void
}

/** The same for inputs of whole numbers. */
export type CountProps = {
  min: number
  max: number
  allowDecimal: boolean
  value: number
  error: string | undefined
  onChange: (value: number | string) => void
}
