/** A company's accent, checked and made readable. Pure. */

/** `#rrggbb`, or null when it is not one. */
export function accentOf(text: string | null): string | null {
  return text !== null && /^#[0-9a-f]{6}$/i.test(text) ? text.toLowerCase() : null
}

/** White or near-black: whichever is easier to read on this colour (WCAG 2.2 contrast). */
export function readableOn(accent: string): string {
  const light = luminance(accent)
  const onWhite = 1.05 / (light + 0.05)
  const onBlack = (light + 0.05) / (luminance('#18181b') + 0.05)
  return onWhite >= 4.5 || onWhite >= onBlack ? '#ffffff' : '#18181b'
}

/** Relative luminance of `#rrggbb` (WCAG 2.2). */
export function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
