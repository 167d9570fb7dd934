import type { Strings } from './use-strings.tsx'

/** A stage of a policy as the page calls it: those that Hallpass comes with have words in every language, the rest the administrators'. */
export function stageName({ t }: Pick<Strings, 't'>, name: string): string {
  if (name === 'Manager') return t('stage.name.manager')
  if (name === 'Role owner') return t('stage.name.roleOwner')
  return name
}
