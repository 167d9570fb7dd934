import { version } from '../version.ts'
import { commands, type Entry } from './commands.ts'

const asksForHelp = (word: string) => word === '--help' || word === '-h'

/** Runs one command; returns the exit code. Whoever asks for help anywhere gets it, and nothing else happens. */
export async function runCommand(words: string[]): Promise<number> {
  if (words[0] === 'help') return help(words.slice(1))
  if (words.length === 0 || words.some(asksForHelp)) return help(words.filter((word) => !asksForHelp(word)))
  if (words[0] === '--version' || words[0] === 'version') return say(version, 0)
  const found = find(words)
  if (!found) return say(`There is no command "${words.join(' ')}".\n\n${usage()}`, 2)
  const rest = words.slice(found.name.split(' ').length)
  if (found.entry.words === undefined && rest.length > 0)
    return say(`"${found.name}" takes no words: ${rest.join(' ')}\n\n${usageOf(found)}`, 2)
  const { command } = await found.entry.load()
  return command(rest, process.env)
}

type Found = { name: string; entry: Entry }

function find([first = '', second = '']: string[]): Found | null {
  for (const name of [`${first} ${second}`, first]) {
    const entry = Object.hasOwn(commands, name) ? commands[name] : undefined
    if (entry) return { name, entry }
  }
  return null
}

/** Of one command, of those that begin with a word, or of all. */
function help(words: string[]): number {
  const found = find(words)
  if (found) return say(usageOf(found), 0)
  const [first = ''] = words
  const isGroup = Object.keys(commands).some((name) => name.startsWith(`${first} `))
  if (words.length > 0 && !isGroup) return say(`There is no command "${words.join(' ')}".\n\n${usage()}`, 2)
  return say(usage(first === '' ? '' : `${first} `), 0)
}

function usageOf({ name, entry }: Found): string {
  const { summary, words, about = [] } = entry
  const first = `Usage: hallpass ${name}${words === undefined ? '' : ` ${words}`}`
  return [first, '', `${summary.slice(0, 1).toUpperCase()}${summary.slice(1)}.`, ...about].join('\n')
}

function usage(start = ''): string {
  const rows = Object.entries(commands)
    .filter(([name]) => name.startsWith(start))
    .map(([name, { summary }]) => `  ${name.padEnd(18)} ${summary}`)
  const more = [
    'What may follow a command: hallpass COMMAND --help',
    'Settings come from the environment: docs/settings.md',
  ]
  return ['Usage: hallpass COMMAND', '', ...rows, '', ...more].join('\n')
}

function say(text: string, code: number): number {
  console.log(text)
  return code
}
