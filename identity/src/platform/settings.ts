import { existsSync, readFileSync } from 'node:fs'

/** One setting: what it means, its default as text, and how its text becomes a value (throws a sentence when it cannot). */
export type Setting<T> = {
  name: string
  meaning: string
  fallback?: string
  isSecret?: boolean
  read(text: string): T
}

export type Environment = Readonly<Record<string, string | undefined>>
export type SettingFault = { name: string; message: string }

/** All faults of the configuration at once, so that it is mended in one go. */
export class SettingsFault extends Error {
  readonly faults: readonly SettingFault[]
  constructor(faults: readonly SettingFault[]) {
    super(
      ['The configuration cannot be used:', ...faults.map((fault) => `  ${fault.name} ${fault.message}`)].join('\n'),
    )
    this.name = 'SettingsFault'
    this.faults = faults
  }
}

/** Reads settings from NAME, or from the file named by NAME_FILE; collects faults instead of stopping at the first. */
export function settingsReader(environment: Environment) {
  const faults: SettingFault[] = []
  return {
    faults,
    get<T>(setting: Setting<T>): T | undefined {
      try {
        const text = textOf(setting.name, environment) ?? setting.fallback
        return text === undefined ? undefined : setting.read(text)
      } catch (error) {
        faults.push({ name: setting.name, message: (error as Error).message })
        return undefined
      }
    },
  }
}

/** Whether NAME or NAME_FILE says something; reads neither. */
export function isSet(name: string, environment: Environment): boolean {
  return valueIn(name, environment) !== undefined || valueIn(`${name}_FILE`, environment) !== undefined
}

/** The text of a setting as it was given. */
export function textOf(name: string, environment: Environment): string | undefined {
  const direct = valueIn(name, environment)
  const file = valueIn(`${name}_FILE`, environment)
  if (direct !== undefined && file !== undefined) throw new Error(`and ${name}_FILE are both set; keep one`)
  if (file === undefined) return direct
  if (!existsSync(file)) throw new Error(`_FILE names a file that does not exist: ${file}`)
  const content = readFileSync(file, 'utf8').replace(/\r?\n$/, '')
  if (content.trim() === '') throw new Error(`_FILE names a file that is empty: ${file}`)
  return content
}

/** Compose files hand on variables that nobody set as empty text: that is no value, and means what not setting means. */
function valueIn(name: string, environment: Environment): string | undefined {
  const value = environment[name]
  return value === undefined || value.trim() === '' ? undefined : value
}

export function text(): (value: string) => string {
  return (value) => value.trim()
}

export function oneOf<const T extends string>(...choices: T[]): (value: string) => T {
  return (value) => {
    const choice = choices.find((each) => each === value.trim())
    if (choice === undefined) throw new Error(`must be one of ${choices.join(', ')}`)
    return choice
  }
}

export function integer(min: number, max: number): (value: string) => number {
  return (value) => {
    const number = Number(value)
    if (!Number.isInteger(number) || number < min || number > max)
      throw new Error(`must be a whole number from ${min} to ${max}`)
    return number
  }
}

export function list(): (value: string) => string[] {
  return (value) => value.split(/[\s,]+/).filter((part) => part !== '')
}

export function url(...protocols: string[]): (value: string) => URL {
  return (value) => {
    if (!URL.canParse(value)) throw new Error('must be an absolute URL')
    const parsed = new URL(value)
    if (!protocols.includes(parsed.protocol)) throw new Error(`must start with ${protocols.join(' or ')}//`)
    return parsed
  }
}
