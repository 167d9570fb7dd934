import type { FastifyInstance } from 'fastify'
import { answer } from '../rest/answer.ts'
import { RestError } from '../rest/rest-error.ts'
import type { Service } from '../rest/service.ts'
import { isTrue, queryOf, wholeNumber } from '../rest/table-parameters.ts'
import type { Row, Who } from '../store/records.ts'
import { mayOrder } from './availability.ts'
import { itemDetails, itemSummary } from './render-item.ts'

type ById = { Params: { id: string } }

/** Reading the Service Catalog: catalogs, categories, items and their questions. Under /api/sn_sc[/v1]/servicecatalog. */
export function catalogApi(app: FastifyInstance, service: Service): void {
  const { records } = service
  app.get('/catalogs', async (request, reply) => {
    await service.authenticate(request)
    const given = queryOf(request)
    const text = (given.get('sysparm_text') ?? '').toLowerCase()
    const found = records
      .find('sc_catalog', 'active=true^ORDERBYtitle')
      .filter((catalog) => (catalog.title ?? '').toLowerCase().includes(text))
    const result = paged(given, found, 10_000).map(catalogSummary(service))
    return answer(request, reply, 200, { result })
  })
  app.get<ById>('/catalogs/:id', async (request, reply) => {
    await service.authenticate(request)
    const catalog = existing(records.get('sc_catalog', request.params.id))
    return answer(request, reply, 200, { result: catalogSummary(service)(catalog) })
  })
  app.get<ById>('/catalogs/:id/categories', async (request, reply) => {
    await service.authenticate(request)
    existing(records.get('sc_catalog', request.params.id))
    const given = queryOf(request)
    const top = isTrue(given.get('sysparm_top_level_only')) ? '^parentISEMPTY' : ''
    const found = records.find('sc_category', `sc_catalog=${request.params.id}^active=true${top}^ORDERBYtitle`)
    return answer(request, reply, 200, { result: paged(given, found, 10_000).map(categorySummary(service)) })
  })
  app.get<ById>('/categories/:id', async (request, reply) => {
    await service.authenticate(request)
    const category = existing(records.get('sc_category', request.params.id))
    const below = records.find('sc_category', `parent=${request.params.id}^active=true`)
    const result = { ...categorySummary(service)(category), subcategories: below.map(categorySummary(service)) }
    return answer(request, reply, 200, { result })
  })
  app.get('/items', async (request, reply) => {
    const who = await service.authenticate(request)
    const given = queryOf(request)
    const found = findItems(service, who, {
      text: given.get('sysparm_text') ?? '',
      catalog: given.get('sysparm_catalog') ?? '',
      category: given.get('sysparm_category') ?? '',
    })
    const type = given.get('sysparm_type') ?? ''
    const result = found
      .map((item) => itemSummary(records, item, who))
      .filter((item) => type === '' || item.type === type)
    return answer(request, reply, 200, { result: paged(given, result, 10) })
  })
  app.get<ById>('/items/:id', async (request, reply) => {
    const who = await service.authenticate(request)
    return answer(request, reply, 200, {
      result: itemDetails(records, orderable(service, request.params.id, who), who),
    })
  })
}

function paged<T>(given: URLSearchParams, list: readonly T[], limitDefault: number): T[] {
  const offset = wholeNumber(given, 'sysparm_offset', 0)
  return list.slice(offset, offset + wholeNumber(given, 'sysparm_limit', limitDefault))
}

/** @throws RestError 404 for an item that is not there or not for this person. */
export function orderable({ records }: Service, id: string, who: Who): Row {
  const item = records.get('sc_cat_item', id)
  if (!item || !mayOrder(records, item, who))
    throw new RestError(404, 'No Record found', 'The item does not exist or is not available to you')
  return item
}

export function findItems(
  { records }: Pick<Service, 'records'>,
  who: Who,
  wanted: { text: string; catalog: string; category: string },
): Row[] {
  const inCategory = new Set(
    wanted.category
      ? records.find('sc_cat_item_category', `sc_category=${wanted.category}`).map((link) => link.sc_cat_item)
      : [],
  )
  const text = wanted.text.toLowerCase()
  return records.find('sc_cat_item', 'active=true^ORDERBYorder^ORDERBYname').filter((item) => {
    if (wanted.category && item.category !== wanted.category && !inCategory.has(item.sys_id)) return false
    if (wanted.catalog && !isInCatalog(records, item, wanted.catalog)) return false
    const words = `${item.name} ${item.short_description} ${item.meta}`.toLowerCase()
    return (text === '' || words.includes(text)) && mayOrder(records, item, who)
  })
}

function isInCatalog(records: Service['records'], item: Row, catalog: string): boolean {
  if ((item.sc_catalogs ?? '').split(',').includes(catalog)) return true
  return records.count('sc_cat_item_catalog', `sc_catalog=${catalog}^sc_cat_item=${item.sys_id}`) > 0
}

const catalogSummary =
  ({ records }: Service) =>
  (row: Row) => ({
    sys_id: row.sys_id,
    title: row.title ?? '',
    description: row.description ?? '',
    has_categories: records.count('sc_category', `sc_catalog=${row.sys_id}^active=true`) > 0,
    has_items: records.count('sc_cat_item_catalog', `sc_catalog=${row.sys_id}`) > 0,
  })

const categorySummary =
  ({ records }: Service) =>
  (row: Row) => ({
    sys_id: row.sys_id,
    title: row.title ?? '',
    description: row.description ?? '',
    full_description: row.full_description ?? null,
    icon: row.icon ?? '',
    header_icon: row.header_icon ?? '',
    homepage_image: row.homepage_image ?? '',
    count: records.count('sc_cat_item_category', `sc_category=${row.sys_id}`),
  })

function existing(row: Row | null): Row {
  if (!row) throw new RestError(404, 'No Record found', 'There is no such catalog or category')
  return row
}
