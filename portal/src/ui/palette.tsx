/** Go anywhere, do anything, by typing: a combobox in a dialog. What it lists is given to it. */
import { Modal } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { type KeyboardEvent, type ReactNode, useId, useState } from 'react'
import { useStrings } from '../strings/use-strings.tsx'
import styles from './palette.module.css'

export type PaletteItem = { id: string; label: string; detail?: string | undefined; icon: ReactNode; act: () => void }
export type PaletteGroup = { title: string; items: readonly PaletteItem[] }

type Props = {
  opened: boolean
  onClose: () => void
  text: string
  onText: (text: string) => void
  groups: readonly PaletteGroup[]
}

export function Palette({ opened, onClose, text, onText, groups }: Props) {
  const { t } = useStrings()
  return (
    <Modal.Root opened={opened} onClose={onClose} padding={0} yOffset="12vh" centered={false} size="36rem">
      <Modal.Overlay backgroundOpacity={0.45} />
      <Modal.Content aria-label={t('palette.title')}>
        <Modal.Body>
          <Body text={text} onText={onText} groups={groups} onClose={onClose} />
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}

function Body({ text, onText, groups, onClose }: Omit<Props, 'opened'>) {
  const { t } = useStrings()
  const list = useId()
  const [chosen, setChosen] = useState(0)
  const items = groups.flatMap((group) => group.items)
  const at = Math.min(chosen, Math.max(0, items.length - 1))
  const optionId = (index: number) => `${list}-${index}`

  function run(item: PaletteItem | undefined) {
    if (!item) return
    onClose()
    item.act()
  }

  function press(event: KeyboardEvent) {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0 && items.length > 0) {
      event.preventDefault()
      const next = (at + step + items.length) % items.length
      setChosen(next)
      document.getElementById(optionId(next))?.scrollIntoView({ block: 'nearest' })
    }
    if (event.key === 'Enter') {
      event.preventDefault()
      run(items[at])
    }
  }

  let index = -1
  return (
    <div className={styles.palette}>
      <div className={styles.box}>
        <IconSearch size={18} aria-hidden />
        <input
          data-autofocus
          className={styles.input}
          role="combobox"
          aria-label={t('palette.title')}
          aria-expanded
          aria-controls={list}
          aria-activedescendant={items.length > 0 ? optionId(at) : undefined}
          aria-autocomplete="list"
          autoComplete="off"
          spellCheck={false}
          placeholder={t('palette.placeholder')}
          value={text}
          maxLength={100}
          onChange={(event) => {
            onText(event.currentTarget.value)
            setChosen(0)
          }}
          onKeyDown={press}
        />
      </div>
      <div id={list} role="listbox" aria-label={t('palette.title')} className={styles.list}>
        {groups.map((group) =>
          group.items.length === 0 ? null : (
            // biome-ignore lint/a11y/useSemanticElements: a group of options has no element of its own in HTML
            <div key={group.title} role="group" aria-label={group.title}>
              <p className={styles.group} aria-hidden>
                {group.title}
              </p>
              {group.items.map((item) => {
                index += 1
                const mine = index
                return (
                  // biome-ignore lint/a11y/useFocusableInteractive lint/a11y/useKeyWithClickEvents: focus stays in the box, which has the keys (ARIA combobox)
                  <div
                    key={item.id}
                    id={optionId(mine)}
                    role="option"
                    aria-selected={mine === at}
                    className={styles.option}
                    onClick={() => run(item)}
                    onPointerMove={() => setChosen(mine)}
                  >
                    <span className={styles.icon} aria-hidden>
                      {item.icon}
                    </span>
                    <bdi className={styles.label}>{item.label}</bdi>
                    {item.detail ? <bdi className={styles.detail}>{item.detail}</bdi> : null}
                  </div>
                )
              })}
            </div>
          ),
        )}
      </div>
      {items.length === 0 ? (
        <p className={styles.nothing} role="status">
          {t('palette.nothing')}
        </p>
      ) : null}
    </div>
  )
}
