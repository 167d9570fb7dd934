/** What each input of a form wants: named as on the form, and the way to it. Inputs say with `data-field` which one they are. */
import { type MouseEvent, useLayoutEffect, useRef, useState } from 'react'
import { useStrings } from '../strings/use-strings.tsx'
import styles from './problem-notice.module.css'

export type FieldWords = { field: string; message: string }

type Found = { label: string; input: HTMLElement }

export function FaultyFields({ fields }: { fields: readonly FieldWords[] }) {
  const { t } = useStrings()
  const list = useRef<HTMLUListElement>(null)
  const [found, setFound] = useState<ReadonlyMap<string, Found>>(new Map())
  const names = fields.map(({ field }) => field).join('\n')
  // The labels are on the page, in its language: they are read from there before it is painted.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another language is another `t`, and other labels
  useLayoutEffect(() => {
    const form = list.current?.closest('form, [role="dialog"], main') ?? document.body
    const pairs = names.split('\n').map((name) => [name, findInput(form, name)] as const)
    setFound(new Map(pairs.filter((pair): pair is [string, Found] => pair[1] !== null)))
  }, [names, t])
  return (
    <ul ref={list} className={styles.fields}>
      {fields.map(({ field, message }) => (
        <li key={`${field} ${message}`}>
          <FieldLink found={found.get(field)} />
          {message}
        </li>
      ))}
    </ul>
  )
}

/** Nothing where the form has no such input: what the service calls it means nothing to a person. */
function FieldLink({ found }: { found: Found | undefined }) {
  if (!found) return null
  function go(event: MouseEvent) {
    event.preventDefault()
    found?.input.focus()
    found?.input.scrollIntoView({ block: 'center' })
  }
  return (
    <>
      <a href={`#${found.input.id}`} onClick={go}>
        {found.label}
      </a>
      {': '}
    </>
  )
}

/** The input itself; or the one that holds it, as a list holds its lines; or the first of those it is made of. */
function findInput(form: Element, name: string): Found | null {
  for (let rest = name; rest !== ''; rest = rest.slice(0, Math.max(0, rest.lastIndexOf('.')))) {
    const input = form.querySelector<HTMLElement>(`[data-field="${CSS.escape(rest)}"]`)
    if (input) return { input, label: labelOf(input) }
  }
  const part = form.querySelector<HTMLElement>(`[data-field^="${CSS.escape(name)}."]`)
  return part && { input: part, label: labelOf(part) }
}

function labelOf(input: HTMLElement): string {
  const label = (input as HTMLInputElement).labels?.[0] ?? (input.ariaLabel === null ? input : null)
  if (!label) return input.ariaLabel ?? ''
  const words = label.cloneNode(true) as HTMLElement
  // The star of an input that is wanted.
  for (const hidden of words.querySelectorAll('[aria-hidden="true"]')) hidden.remove()
  return words.textContent.trim()
}
