import { Button } from '@mantine/core'
import { cart } from '../../api/cart.ts'
import { paths } from '../../paths.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import styles from './catalog.module.css'

/** What was picked so far, and the way to ask for all of it at once. */
export function CartBar() {
  const { t } = useStrings()
  const chosen = cart.useAll()
  if (chosen.length === 0) return null
  return (
    <section className={styles.cart} aria-label={t('cart.label')}>
      <span role="status">{t('cart.count', { count: chosen.length })}</span>
      <Button variant="default" size="xs" onClick={() => cart.clear()}>
        {t('cart.clear')}
      </Button>
      <Button component="a" href={paths.ask(chosen)} size="xs">
        {t('cart.ask')}
      </Button>
    </section>
  )
}
