import type { SignOnTrial } from '@hallpass/contract/sign-on-policy'
import type { Strings } from '../../strings/use-strings.tsx'

/** What would happen, in the language of the page, from what the service decided. Pure. */
export function trialSentence({ t, list }: Pick<Strings, 't' | 'list'>, { said, rule }: SignOnTrial): string {
  const { code, person, app } = said
  if (code === 'inactive' || code === 'paused') return t(`signOn.then.${code}`, { person })
  if (code === 'no_access' || code === 'own_change' || code === 'name_held' || code === 'name_shared')
    return t(`signOn.then.${code}`, { person, app: app ?? '' })
  const kinds = list(said.kinds.map((kind) => t(`factor.kind.${kind}`)))
  const what =
    app === null
      ? t(`signOn.then.${code}.signIn`, { person, kinds })
      : t(`signOn.then.${code}.open`, { person, app, kinds })
  return rule === null ? t('signOn.then.otherwise', { what }) : t('signOn.then.rule', { what, rule: rule.name })
}
