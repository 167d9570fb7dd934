import type { Command } from './command.ts'

export type Entry = {
  summary: string
  /** What may follow the name, as it is written in a usage line; nothing where it takes no words. */
  words?: string
  /** Sentences for `--help` beside the summary. */
  about?: string[]
  /** Each command is a file of its own, loaded only when it is called. */
  load(): Promise<{ command: Command }>
}

const passphrase = 'The passphrase comes in HALLPASS_BACKUP_PASSPHRASE or HALLPASS_BACKUP_PASSPHRASE_FILE.'
const allOfThem = 'Without NAME: all of them.'

export const commands: Record<string, Entry> = {
  serve: {
    summary: 'run the service: portal, API, jobs',
    words: '[--sample FILE]',
    about: ['With --sample it serves the company of that file, on this machine only.'],
    load: () => import('./serve.ts'),
  },
  migrate: { summary: 'bring the database to this version', load: () => import('./migrate.ts') },
  seed: {
    summary: 'fill an empty installation from a company file',
    words: 'COMPANY.json',
    about: ['The file holds passwords in clear: the installation counts as a sample from then on.'],
    load: () => import('./seed.ts'),
  },
  backup: {
    summary: 'write an encrypted backup',
    words: 'FILE',
    about: [passphrase, 'The service may go on running.'],
    load: () => import('./backup.ts'),
  },
  restore: {
    summary: 'restore a backup into an empty database',
    words: 'FILE',
    about: [passphrase],
    load: () => import('./restore.ts'),
  },
  doctor: {
    summary: 'check this installation and say what to mend',
    words: '[--reseal]',
    about: ['With --reseal all secrets are sealed with the newest master key as well.'],
    load: () => import('./doctor.ts'),
  },
  'admin-link': {
    summary: 'print a one-time link that makes an administrator',
    about: ['Links printed before stop working.'],
    load: () => import('./admin-link.ts'),
  },
  'break-glass': {
    summary: 'make the two emergency accounts, or a new password',
    words: '[break-glass-1|break-glass-2]',
    load: () => import('./break-glass.ts'),
  },
  'audit verify': {
    summary: 'check the whole trail',
    about: ['Exit code 1 where something is wrong, with a sentence for each.'],
    load: () => import('./audit-verify.ts'),
  },
  'audit export': { summary: 'write the trail as JSON lines', load: () => import('./audit-export.ts') },
  'audit erase': {
    summary: 'take the values about a person out of the trail',
    words: 'PERSON [--yes]',
    about: ['Says what would go; with --yes it goes.'],
    load: () => import('./audit-erase.ts'),
  },
  'directory check': {
    summary: 'check a directory',
    words: '[NAME]',
    about: [allOfThem],
    load: () => import('./directory-check.ts'),
  },
  'directory pause': {
    summary: 'ask nothing of a directory for a while',
    words: 'NAME REASON',
    load: () => import('./directory-pause.ts'),
  },
  'directory remove': {
    summary: 'say what ends with a paused directory, or take it away',
    words: 'NAME [PEOPLE REASON]',
    about: ['With the number of its people and a reason it is taken away, and its people are leavers.'],
    load: () => import('./directory-remove.ts'),
  },
  'directory resume': {
    summary: 'go on with a paused directory',
    words: 'NAME',
    load: () => import('./directory-resume.ts'),
  },
  'directory sync': {
    summary: 'read a directory now',
    words: '[NAME]',
    about: [allOfThem],
    load: () => import('./directory-sync.ts'),
  },
  'servicenow connect': {
    summary: 'connect an instance of ServiceNow, or try the connection',
    words: 'URL CLIENT_ID | URL --administrator LOGIN [--app ZIP]',
    about: ['Called without words it says what each of them is.'],
    load: () => import('./servicenow-connect.ts'),
  },
  'servicenow sign-on': {
    summary: 'enter the sign-on of an app in its instance, or check it',
    words: 'APP --administrator LOGIN [--check]',
    about: ['Called without words it says what each of them is.'],
    load: () => import('./servicenow-sign-on.ts'),
  },
}
