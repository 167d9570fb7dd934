import { type ReactNode, useId } from 'react'
import { FormLayout } from '../../ui/form-layout.tsx'
import styles from './sign-on.module.css'

type Props = { title: string; lead?: string; children: ReactNode }

/** Fields of a long form that belong together, under a name of their own. */
export function FormGroup({ title, lead, children }: Props) {
  const id = useId()
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset inside the form's own would be read out as disabled twice
    <div role="group" aria-labelledby={id} className={styles.group}>
      <h3 id={id} className={styles.groupTitle}>
        {title}
      </h3>
      {lead ? <p className={styles.groupLead}>{lead}</p> : null}
      <FormLayout>{children}</FormLayout>
    </div>
  )
}
