import { readFileSync } from 'node:fs'
import react from '@vitejs/plugin-react'
import presetMantine from 'postcss-preset-mantine'
import { defineConfig, type Plugin } from 'vite'
import { themeVariables } from './src/ui/theme/theme-variables.ts'

/** Where the service listens while the portal is worked on with `npx vite`. */
const service = process.env.HALLPASS_URL ?? 'http://localhost:4000'

export default defineConfig({
  plugins: [react(), themeStylesheet(), beforePaint()],
  css: { postcss: { plugins: [presetMantine()] } },
  build: {
    target: 'es2022',
    // The content security policy allows nothing inline, so no asset may become a data: address.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 650,
  },
  server: { proxy: { '/api': service, '/icons': service, '/launch': service } },
})

/** Mantine's variables as a stylesheet made at build time: at run time it would need an inline <style>, which our policy refuses. */
function themeStylesheet(): Plugin {
  const name = 'virtual:theme-variables.css'
  return {
    name: 'hallpass-theme-stylesheet',
    resolveId: (id) => (id === name ? `\0${name}` : undefined),
    load: (id) => (id === `\0${name}` ? themeVariables() : undefined),
  }
}

/**
 * The script that sets light or dark must block the first paint, so it cannot be a module, and the policy refuses inline
 * scripts: it is emitted as a hashed file of its own.
 */
function beforePaint(): Plugin {
  const source = readFileSync(new URL('src/ui/theme/before-paint.js', import.meta.url), 'utf8')
  let file = ''
  return {
    name: 'hallpass-before-paint',
    buildStart() {
      if (this.meta.watchMode) return
      const reference = this.emitFile({ type: 'asset', name: 'before-paint.js', source })
      file = `/${this.getFileName(reference)}`
    },
    transformIndexHtml: {
      order: 'post',
      handler: (_html, context) => [
        {
          tag: 'script',
          attrs: { src: context.server ? '/src/ui/theme/before-paint.js' : file },
          injectTo: 'head-prepend',
        },
      ],
    },
  }
}
