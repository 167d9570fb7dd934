/** It is done: what holds now, what to do next, and what does not stop at once. Setting a password never signs in. */
import { Button } from '@mantine/core'
import { IconArrowRight, IconCheck } from '@tabler/icons-react'
import { paths } from '../../paths.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { NextSteps } from './next-steps.tsx'
import styles from './password.module.css'
import { PasswordDoor } from './password-door.tsx'

export type Done = {
  what: 'set' | 'unlocked'
  /** The directory itself takes the old password on other doors for a while. */
  oldLingers: boolean
}

const facts = {
  set: ['done.newWorks', 'done.oldDead', 'done.signedOut', 'done.told'],
  unlocked: ['done.unlocked', 'done.kept'],
} as const

export function PasswordDone({ done }: { done: Done }) {
  const { t } = useStrings()
  return (
    <PasswordDoor step="done" title={t(`done.title.${done.what}`)}>
      <div className={styles.form}>
        <ul className={styles.done}>
          {facts[done.what].map((fact) => (
            <li key={fact}>
              <IconCheck size={18} aria-hidden />
              {t(fact)}
            </li>
          ))}
        </ul>
        {done.what === 'set' ? <NextSteps oldLingers={done.oldLingers} /> : null}
        <Button
          component="a"
          href={paths.signIn()}
          size="md"
          fullWidth
          rightSection={<IconArrowRight size={18} aria-hidden className={styles.arrow} />}
        >
          {t('done.signIn')}
        </Button>
      </div>
    </PasswordDoor>
  )
}
