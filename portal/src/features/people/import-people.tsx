/** CSV import: choose the file, see what would happen line by line, then apply it as a whole. */
import type { ImportReport } from '@hallpass/contract/people'
import { FileButton, Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { AdminButton } from '../../api/administration/admin-only.tsx'
import { answer, api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { Loaded, Problem } from '../../api/loaded.tsx'
import { useAction } from '../../api/use-action.ts'
import { paths } from '../../paths.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { FormEnd, FormLayout } from '../../ui/form-layout.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { Section } from '../../ui/section.tsx'
import { Status, type Tone } from '../../ui/status.tsx'

import styles from './person.module.css'

const bytesMax = 2_000_000
const tones: Record<ImportReport['rows'][number]['outcome'], Tone> = {
  create: 'good',
  unchanged: 'quiet',
  fault: 'bad',
}

export function ImportPeople() {
  const { t } = useStrings()
  const directories = useQuery({ queryKey: keys.directories, queryFn: () => answer(api.GET('/api/directories')) })
  const builtIn = (directories.data?.items ?? []).filter(({ kind }) => kind === 'built-in')
  const [chosen, setDirectory] = useState<string | null>(null)
  const directoryId = chosen ?? builtIn[0]?.id ?? ''
  const [csv, setCsv] = useState('')
  const [tooLarge, setTooLarge] = useState(false)
  const send = useAction({
    run: ({ text, apply }: { text: string; apply: boolean }): Promise<ImportReport> =>
      answer(api.POST('/api/people/import', { body: { directoryId, csv: text, apply } })),
    forget: [['people'], ['directories']],
  })

  async function choose(file: File | null) {
    if (!file) return
    setTooLarge(file.size > bytesMax)
    if (file.size > bytesMax) return
    const text = await file.text()
    setCsv(text)
    send.mutate({ text, apply: false })
  }

  return (
    <Page title={t('import.title')} lead={t('import.lead')} back={{ href: paths.people(), label: t('people.title') }}>
      <Section>
        <Loaded query={directories}>
          {() => (
            <FormLayout>
              {builtIn.length > 1 ? (
                <Select
                  label={t('people.directory')}
                  data={builtIn.map(({ id, name }) => ({ value: id, label: name }))}
                  value={directoryId}
                  onChange={setDirectory}
                />
              ) : null}
              {builtIn.length === 0 ? (
                <Notice tone="warn" title={t('newPerson.noDirectory')}>
                  <a href={paths.newDirectory()}>{t('directories.new')}</a>
                </Notice>
              ) : null}
              <p>{t('import.columns')}</p>
              {tooLarge ? <Notice tone="warn">{t('import.tooLarge')}</Notice> : null}
              <Problem error={send.error} withFields />
              <FormEnd>
                <FileButton accept="text/csv,.csv" onChange={(file) => void choose(file)}>
                  {({ onClick }) => (
                    <AdminButton
                      data-field="csv"
                      variant={csv === '' ? 'filled' : 'default'}
                      loading={send.isPending}
                      why={builtIn.length === 0 ? t('newPerson.noDirectory') : null}
                      onClick={onClick}
                    >
                      {csv === '' ? t('import.choose') : t('import.other')}
                    </AdminButton>
                  )}
                </FileButton>
              </FormEnd>
            </FormLayout>
          )}
        </Loaded>
      </Section>
      {send.data ? (
        <Report report={send.data} busy={send.isPending} onApply={() => send.mutate({ text: csv, apply: true })} />
      ) : null}
    </Page>
  )
}

function Report({ report, busy, onApply }: { report: ImportReport; busy: boolean; onApply: () => void }) {
  const { t } = useStrings()
  const { creates, unchanged, faults } = report
  return (
    <Section
      title={report.applied ? t('import.applied') : t('import.preview')}
      lead={t('import.summary', { creates, unchanged, faults })}
      flush
      action={
        report.applied ? null : (
          <AdminButton
            size="xs"
            loading={busy}
            why={faults > 0 ? t('import.fix') : creates === 0 ? t('import.apply', { count: 0 }) : null}
            onClick={onApply}
          >
            {t('import.apply', { count: creates })}
          </AdminButton>
        )
      }
    >
      {report.applied ? (
        <div className={styles.told}>
          <Notice tone="good" live>
            {t('import.done', { count: creates })}
          </Notice>
        </div>
      ) : null}
      <DataTable
        caption={t('import.preview')}
        rows={report.rows}
        rowKey={(row) => String(row.line)}
        columns={[
          { key: 'line', header: t('import.line'), width: '4rem', cell: (row) => row.line },
          { key: 'name', header: t('people.name'), cell: (row) => <bdi>{row.displayName || '–'}</bdi> },
          { key: 'login', header: t('person.login'), narrow: 'late', cell: (row) => <bdi>{row.login}</bdi> },
          {
            key: 'outcome',
            header: t('import.outcome'),
            cell: (row) => (
              <>
                <Status tone={tones[row.outcome]}>{t(`import.outcome.${row.outcome}`)}</Status>
                {row.faults.map(({ column, message }) => (
                  <p key={`${column} ${message}`}>
                    <b>{column}</b>: {message}
                  </p>
                ))}
              </>
            ),
          },
        ]}
        empty={null}
      />
    </Section>
  )
}
