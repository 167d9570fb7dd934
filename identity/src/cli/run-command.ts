import { version } from '../version.ts'
import type { Command } from './command.ts'

/** Each command is a file of its own, loaded only when it is called. */
const commands: Record<string, { summary: string; load(): Promise<{ command: Command }> }> = {
  serve: { summary: 'run the service: portal, API, jobs', load: () => import('./serve.ts') },
  migrate: { summary: 'bring the database to this version', load: () => import('./migrate.ts') },
  seed: { summary: 'fill an empty installation from a company file', load: () => import('./seed.ts') },
  backup: { summary: 'write an encrypted backup: backup FILE', load: () => import('./backup.ts') },
  restore: { summary: 'restore a backup into an empty database: restore FILE', load: () => import('./restore.ts') },
  doctor: { summary: 'check this installation and say what to mend', load: () => import('./doctor.ts') },
  'admin-link': { summary: 'print a one-time link that makes an administrator', load: () => import('./admin-link.ts') },
  'break-glass': {
    summary: 'make the two emergency accounts, or a new password: break-glass [LOGIN]',
    load: () => import('./break-glass.ts'),
  },
  'audit verify': { summary: 'check the whole trail', load: () => import('./audit-verify.ts') },
  'audit export': { summary: 'write the trail as JSON lines', load: () => import('./audit-export.ts') },
  'audit erase': {
    summary: 'take the values about a person out of the trail: audit erase PERSON',
    load: () => import('./audit-erase.ts'),
  },
  'directory check': {
    summary: 'check a directory: directory check [NAME]',
    load: () => import('./directory-check.ts'),
  },
  'directory pause': {
    summary: 'ask nothing of a directory for a while: directory pause NAME REASON',
    load: () => import('./directory-pause.ts'),
  },
  'directory remove': {
    summary: 'say what ends with a paused directory, or take it away: directory remove NAME [PEOPLE REASON]',
    load: () => import('./directory-remove.ts'),
  },
  'directory resume': {
    summary: 'go on with a paused directory: directory resume NAME',
    load: () => import('./directory-resume.ts'),
  },
  'directory sync': {
    summary: 'read a directory now: directory sync [NAME]',
    load: () => import('./directory-sync.ts'),
  },
  'servicenow connect': {
    summary: 'connect an instance of ServiceNow, or try the connection: servicenow connect URL CLIENT_ID',
    load: () => import('./servicenow-connect.ts'),
  },
}

/** Runs one command; returns the exit code. */
export async function runCommand(words: string[]): Promise<number> {
  const [first = '', second = ''] = words
  if (first === '' || first === 'help' || first === '--help' || first === '-h') return say(usage(), 0)
  if (first === '--version' || first === 'version') return say(version, 0)
  const name = Object.hasOwn(commands, `${first} ${second}`) ? `${first} ${second}` : first
  const entry = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!entry) return say(`There is no command "${words.join(' ')}".\n\n${usage()}`, 2)
  const { command } = await entry.load()
  return command(words.slice(name.split(' ').length), process.env)
}

function usage(): string {
  const rows = Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(18)} ${summary}`)
  return ['Usage: hallpass COMMAND', '', ...rows, '', 'Settings come from the environment: docs/settings.md'].join('\n')
}

function say(text: string, code: number): number {
  console.log(text)
  return code
}
