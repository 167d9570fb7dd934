/** The gallery of app templates: thousands, found as one types. */
import type { TemplateHit } from '@hallpass/contract/templates'
import { Button, Select } from '@mantine/core'
import { IconSearchOff } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import { answer, api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { Loaded } from '../../api/loaded.tsx'
import { useFilters } from '../../navigation/use-filters.ts'
import { paths } from '../../paths.ts'
import { useCategoryName } from '../../strings/use-category-name.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { AppIcon } from '../../ui/app-icon.tsx'
import { CardLink, LinkCard } from '../../ui/card-link.tsx'
import { ChoiceChips } from '../../ui/choice-chips.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Page } from '../../ui/page.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Toolbar } from '../../ui/toolbar.tsx'
import styles from './apps.module.css'

const defaults = { q: '', category: '', can: '' }
const abilities = ['saml', 'oidc', 'provisioning'] as const
const shown = 60

export function Templates() {
  const { t, number } = useStrings()
  const categoryName = useCategoryName()
  const [filters, setFilters] = useFilters(defaults)
  const protocol = abilities.find((known) => known === filters.can)
  const templates = useQuery({
    queryKey: keys.templates(filters),
    queryFn: () => {
      const q = filters.q.trim()
      const query = {
        limit: shown,
        ...(q === '' ? {} : { q }),
        ...(filters.category === '' ? {} : { category: filters.category }),
        ...(protocol === undefined ? {} : { protocol }),
      }
      return answer(api.GET('/api/templates', { params: { query } }))
    },
    placeholderData: keepPreviousData,
    staleTime: 10 * 60_000,
  })
  const search = useCallback((q: string) => setFilters({ q }), [setFilters])
  const total = templates.data?.total ?? 0
  return (
    <Page
      title={t('templates.title')}
      lead={t('templates.leadPlain')}
      back={{ href: paths.apps(), label: t('apps.title') }}
      action={
        <Button component="a" href={paths.newApp()} variant="default">
          {t('templates.byHand')}
        </Button>
      }
    >
      <Toolbar>
        <SearchField
          label={t('templates.search')}
          value={filters.q}
          onChange={search}
          restMs={80}
          size="md"
          autoFocus
        />
        <ChoiceChips
          label={t('templates.can')}
          value={filters.can}
          onChange={(can) => setFilters({ can })}
          choices={[
            { value: '', label: t('templates.any') },
            ...abilities.map((value) => ({ value, label: t(`templates.protocol.${value}`) })),
          ]}
        />
        <Select
          aria-label={t('templates.category')}
          searchable
          value={filters.category}
          onChange={(category) => setFilters({ category: category ?? '' })}
          data={[
            { value: '', label: t('templates.allCategories') },
            ...(templates.data?.categories ?? []).map(({ category, count }) => ({
              value: category,
              label: `${categoryName(category)} (${number(count)})`,
            })),
          ]}
        />
      </Toolbar>
      <Loaded query={templates} skeleton={<Skeleton shape="cards" rows={4} />}>
        {({ items }) => (
          <>
            <p className={styles.quiet} role="status">
              {total > items.length
                ? t('templates.firstOf', { count: number(items.length), total: number(total) })
                : t('templates.found', { total })}
            </p>
            {items.length === 0 ? (
              <EmptyState
                icon={<IconSearchOff size={22} />}
                title={t('templates.noHit', { words: filters.q })}
                action={
                  <Button component="a" href={paths.newApp()}>
                    {t('templates.byHand')}
                  </Button>
                }
              >
                {t('templates.noHitDetail')}
              </EmptyState>
            ) : (
              <ul className={styles.grid}>
                {items.map((template) => (
                  <TemplateCard key={template.slug} template={template} />
                ))}
              </ul>
            )}
          </>
        )}
      </Loaded>
    </Page>
  )
}

function TemplateCard({ template }: { template: TemplateHit }) {
  const { t } = useStrings()
  const categoryName = useCategoryName()
  const protocols = template.protocols.filter((protocol) => protocol !== 'linked')
  return (
    <LinkCard className={styles.card}>
      <AppIcon name={template.name} icon={template.icon} />
      <div className={styles.cardWords}>
        <h2 className={styles.cardName}>
          <CardLink href={paths.template(template.slug)}>
            <bdi>{template.name}</bdi>
          </CardLink>
        </h2>
        <p className={styles.quiet}>
          {categoryName(template.category)}
          {template.hosting === 'self-hosted' ? ` · ${t('templates.selfHosted')}` : ''}
        </p>
        <ul className={styles.chips}>
          {protocols.map((protocol) => (
            <li key={protocol} className={styles.chip}>
              {t(`templates.protocol.${protocol}`)}
            </li>
          ))}
          {template.provisioning ? <li className={styles.chip}>{t('templates.protocol.provisioning')}</li> : null}
        </ul>
      </div>
    </LinkCard>
  )
}
