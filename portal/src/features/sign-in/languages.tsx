import { useStrings } from '../../strings/use-strings.tsx'
import styles from './sign-in.module.css'

/** The language one does not read now. */
export function Languages() {
  const { locale, setLocale } = useStrings()
  const [other, name] = locale === 'en' ? (['de', 'Deutsch'] as const) : (['en', 'English'] as const)
  return (
    <button type="button" lang={other} className={styles.language} onClick={() => setLocale(other)}>
      {name}
    </button>
  )
}
