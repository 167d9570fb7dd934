import { createRoot } from 'react-dom/client'
import './ui/theme/layers.css'
import '@mantine/core/styles.layer.css'
import '@mantine/notifications/styles.layer.css'
import 'virtual:theme-variables.css'
import './ui/theme/tokens.css'
import { Portal } from './portal.tsx'
import { preferredLocale } from './strings/catalogue.ts'
import { chosenLocale } from './strings/chosen-locale.ts'
import { loadCatalogue } from './strings/load-catalogue.ts'

const locale = preferredLocale(chosenLocale(), navigator.languages)
const catalogue = await loadCatalogue(locale)
const root = document.getElementById('root')
if (root) createRoot(root).render(<Portal locale={locale} catalogue={catalogue} />)
