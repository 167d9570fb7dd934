import type { SnowFinding } from '@hallpass/contract/servicenow-admin'
import { say } from '../../strings/say.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { useWordsOr } from '../../strings/use-words-or.ts'
import { CheckList } from '../../ui/check-list.tsx'

/** What a test of both directions found, point by point, each with what to do about it. */
export function Findings({ ok, findings }: { ok: boolean; findings: readonly SnowFinding[] }) {
  const { t } = useStrings()
  const wordsOr = useWordsOr()
  return (
    <CheckList
      label={t(ok ? 'snow.testOk' : 'snow.testBad')}
      points={findings.map(({ level, subject, message, code, values }, place) => ({
        key: `${place} ${subject}`,
        level,
        title: t(`snow.subject.${subject}`),
        message: wordsOr(`snow.finding.${code}`, say(message), values),
        levelWord: t(`snow.point.${level}`),
      }))}
    />
  )
}
