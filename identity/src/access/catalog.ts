import { openTemplates, type Templates } from '@hallpass/catalog/templates'
import { type Icons, openIcons } from './icon.ts'
import { createTemplateSearch, type TemplateSearch } from './search-templates.ts'

/** The data sets that come with the product: opened once, by whoever composes the service. */
export type Catalog = { templates: Templates; searchTemplates: TemplateSearch; icons: Icons }

export function openCatalog(): Catalog {
  const templates = openTemplates()
  return { templates, searchTemplates: createTemplateSearch(templates), icons: openIcons() }
}
