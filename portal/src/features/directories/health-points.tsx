import type { DirectoryHealth } from '@hallpass/contract/directories'
import { say } from '../../strings/say.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { useWordsOr } from '../../strings/use-words-or.ts'
import { CheckList } from '../../ui/check-list.tsx'

/** What a live check of a directory found, point by point. */
export function HealthPoints({ health }: { health: DirectoryHealth }) {
  const { t } = useStrings()
  const wordsOr = useWordsOr()
  const titleOf = (name: string) => {
    const [, address] = /^connection to (.+)$/.exec(name) ?? []
    return address ? t('directory.checkPoint.connectionTo', { address }) : wordsOr(`directory.checkPoint.${name}`, name)
  }
  return (
    <div role="status">
      <CheckList
        label={health.ok ? t('directory.checkOk') : t('directory.checkBad')}
        points={health.points.map(({ name, ok, message }) => ({
          key: name,
          level: ok ? 'ok' : 'fault',
          title: titleOf(name),
          message: say(message),
          levelWord: t(ok ? 'directory.point.ok' : 'directory.point.fault'),
        }))}
      />
    </div>
  )
}
