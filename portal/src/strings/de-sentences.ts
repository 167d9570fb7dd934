import { deSentencesApps } from './de-sentences-apps.ts'
import { deSentencesDirectories } from './de-sentences-directories.ts'
import { deSentencesForms } from './de-sentences-forms.ts'
import { deSentencesOidc } from './de-sentences-oidc.ts'
import { deSentencesOperation } from './de-sentences-operation.ts'
import { deSentencesSaml } from './de-sentences-saml.ts'
import { deSentencesServicenow } from './de-sentences-servicenow.ts'
import { deSentencesSettings } from './de-sentences-settings.ts'
import { deSentencesSignOn } from './de-sentences-sign-on.ts'

/** Sentences of the service that administrators read; `{1}` stands for what the service named. */
export const deSentences: Readonly<Record<string, string>> = {
  ...deSentencesDirectories,
  ...deSentencesForms,
  ...deSentencesApps,
  ...deSentencesSaml,
  ...deSentencesServicenow,
  ...deSentencesSignOn,
  ...deSentencesOidc,
  ...deSentencesOperation,
  ...deSentencesSettings,
}
