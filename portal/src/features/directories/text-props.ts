/** One input of a directory's settings. */
export type TextProps = {
  value: string
  error: string | undefined
  onChange: (event: { currentTarget: { value: string } }) => void
}
