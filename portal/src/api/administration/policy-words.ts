/** Where approvers come from, in words. */
import type { ApproverSource, PolicyView } from '@hallpass/contract/policies'
import type { Strings } from '../../strings/use-strings.tsx'

export function sourceWords({ t }: Pick<Strings, 't'>, source: ApproverSource, names: PolicyView['names']): string {
  if (source.kind === 'group') return t('policy.source.group', { name: names[source.groupId] ?? source.groupId })
  if (source.kind === 'person') return t('policy.source.person', { name: names[source.personId] ?? source.personId })
  return t(`policy.source.${source.kind}`)
}
