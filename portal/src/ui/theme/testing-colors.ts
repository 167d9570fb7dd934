/** The colours of tokens.css as a browser works them out, for tests: variables, color-mix in oklab and oklch from another. */
import { luminance } from './brand-colors.ts'

type Triple = readonly [number, number, number]
/** In oklab, with how much of it covers what is behind. */
type Color = { lab: Triple; alpha: number }

/** Custom properties of the rules whose selector is one of `selectors`, later ones over earlier ones. */
export function tokensOf(css: string, selectors: readonly string[]): Map<string, string> {
  const plain = css.replace(/\/\*[\s\S]*?\*\//g, '')
  const rules = [...plain.matchAll(/([^{}]+)\{([^{}]*)\}/g)].filter(([, name = '']) => selectors.includes(name.trim()))
  return new Map(
    rules.flatMap(([, , body = '']) =>
      [...body.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value.trim()] as const),
    ),
  )
}

/** What is seen, as #rrggbb: colours laid over each other, the last on top. */
export function seen(tokens: ReadonlyMap<string, string>, ...layers: readonly string[]): string {
  return layers.map((layer) => colorOf(tokens, layer)).reduce<string>((under, over) => laidOver(under, over), '#ffffff')
}

export function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

function colorOf(tokens: ReadonlyMap<string, string>, text: string): Color {
  const named: Record<string, string> = { white: '#ffffff', black: '#000000', transparent: '#00000000' }
  const value = named[text] ?? text
  if (value.startsWith('--')) return colorOf(tokens, tokens.get(value) ?? fail(value))
  if (value.startsWith('#')) return ofHex(value)
  const variable = /^var\((--[\w-]+)\)$/.exec(value)?.[1]
  if (variable !== undefined) return colorOf(tokens, variable)
  const mix = /^color-mix\(in oklab, (.+) (\d+)%, (.+)\)$/.exec(value)
  if (mix) return mixed(colorOf(tokens, mix[1] ?? ''), colorOf(tokens, mix[3] ?? ''), Number(mix[2]) / 100)
  const bounded = /^oklch\(from (.+) (min|max)\(l, ([\d.]+)\) c h\)$/.exec(value)
  if (!bounded) return fail(value)
  const { lab, alpha } = colorOf(tokens, bounded[1] ?? '')
  const bound = Number(bounded[3])
  const lightness = bounded[2] === 'min' ? Math.min(lab[0], bound) : Math.max(lab[0], bound)
  return { lab: [lightness, lab[1], lab[2]], alpha }
}

function fail(value: string): never {
  throw new Error(`The test does not know what colour this is: ${value}`)
}

/** CSS Color 5, section 2: mixed with premultiplied alpha. */
function mixed(one: Color, other: Color, share: number): Color {
  const alpha = one.alpha * share + other.alpha * (1 - share)
  const part = (at: 0 | 1 | 2) =>
    alpha === 0 ? 0 : (one.lab[at] * one.alpha * share + other.lab[at] * other.alpha * (1 - share)) / alpha
  return { lab: [part(0), part(1), part(2)], alpha }
}

function laidOver(under: string, over: Color): string {
  const below = channelsOf(under)
  const above = toSrgb(over.lab)
  return toHex(below.map((channel, at) => channel * (1 - over.alpha) + (above[at] ?? 0) * over.alpha))
}

function channelsOf(hex: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
}

function toHex(channels: readonly number[]): string {
  return `#${channels
    .map((one) =>
      Math.round(one * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`
}

/** https://bottosson.github.io/posts/oklab: from linear sRGB by cone responses and their cube roots. */
function ofHex(hex: string): Color {
  const [r = 0, g = 0, b = 0] = channelsOf(hex).map((one) =>
    one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4,
  )
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  const lab = [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ] as const
  return { lab, alpha: hex.length === 9 ? Number.parseInt(hex.slice(7), 16) / 255 : 1 }
}

/** What no screen can show is cut off channel by channel, as browsers do. */
function toSrgb([lightness, a, b]: Triple): number[] {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ]
    .map((one) => Math.min(1, Math.max(0, one)))
    .map((one) => (one <= 0.0031308 ? one * 12.92 : 1.055 * one ** (1 / 2.4) - 0.055))
}
