import { keyOf } from '../../text.ts'

let list: Promise<ReadonlySet<string>> | undefined

/** The 49 000 passwords that attackers try first, in lower case; read from its package when first asked for. */
export function commonPasswords(): Promise<ReadonlySet<string>> {
  list ??= import('@zxcvbn-ts/language-common').then(
    ({ dictionary }) => new Set(dictionary['passwords-common'].map(keyOf)),
  )
  return list
}
