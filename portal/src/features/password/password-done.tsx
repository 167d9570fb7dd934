/** It is done: what holds now, and where to go. Setting a password never signs in. */
import { Button } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { paths } from '../../paths.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import styles from './password.module.css'
import { PublicDoor } from './public-door.tsx'

const facts = {
  set: ['done.newWorks', 'done.oldDead', 'done.signedOut', 'done.told'],
  unlocked: ['done.unlocked', 'done.kept'],
} as const

export function PasswordDone({ what }: { what: 'set' | 'unlocked' }) {
  const { t } = useStrings()
  return (
    <PublicDoor title={t(`done.title.${what}`)}>
      <div className={styles.form}>
        <ul className={styles.done}>
          {facts[what].map((fact) => (
            <li key={fact}>
              <IconCheck size={18} aria-hidden />
              {t(fact)}
            </li>
          ))}
        </ul>
        <Button component="a" href={paths.signIn()} size="md" fullWidth>
          {t('done.signIn')}
        </Button>
      </div>
    </PublicDoor>
  )
}
