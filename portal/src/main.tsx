import { createRoot } from 'react-dom/client'
import './ui/theme/layers.css'
import '@mantine/core/styles.layer.css'
import 'virtual:theme-variables.css'
import './ui/theme/tokens.css'
import { Portal } from './portal.tsx'
import { preferredLocale } from './strings/catalogue.ts'
import { chosenLocale } from './strings/chosen-locale.ts'
import { startWords } from './strings/words.ts'

await startWords(preferredLocale(chosenLocale(), navigator.languages))
const root = document.getElementById('root')
if (root) createRoot(root).render(<Portal />)
