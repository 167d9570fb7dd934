import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { Secret } from '../platform/secret.ts'
import { type Environment, type Setting, SettingsFault, settingsReader } from '../platform/settings.ts'

export const instancePassword: Setting<Secret> = {
  name: 'HALLPASS_SERVICENOW_ADMIN_PASSWORD',
  meaning: 'Password of the administrator of the instance, used for one run and never kept',
  isSecret: true,
  read: (value) => new Secret(value),
}

/**
 * The password of an administrator of the instance: from the environment or a file, or else asked for where a person sits,
 * or the first line of what is piped in; never from the words of the command, which others can see.
 */
export async function instancePasswordOf(login: string, environment: Environment): Promise<Secret> {
  const reader = settingsReader(environment)
  const found = reader.get(instancePassword)
  if (found) return found
  if (reader.faults.length > 0) throw new SettingsFault(reader.faults)
  const typed = process.stdin.isTTY ? await ask(`Password of ${login} in ServiceNow: `) : await firstLine()
  if (typed !== '') return new Secret(typed)
  throw new SettingsFault([
    {
      name: instancePassword.name,
      message: 'or its _FILE must be set, or the password be the first line of the input',
    },
  ])
}

/** Nothing of what is typed is shown. */
async function ask(question: string): Promise<string> {
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() })
  const lines = createInterface({ input: process.stdin, output: silent, terminal: true })
  process.stderr.write(question)
  const given = Promise.withResolvers<string>()
  lines.once('line', given.resolve)
  lines.once('close', () => given.resolve(''))
  const typed = await given.promise
  lines.close()
  process.stderr.write('\n')
  return typed
}

async function firstLine(): Promise<string> {
  for await (const line of createInterface({ input: process.stdin })) return line
  return ''
}
