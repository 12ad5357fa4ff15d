import { join } from 'node:path'
import { defineConfig } from 'vite'

/** `base` is the root because tickets have addresses of their own (/tickets/INC-…) below which nothing relative works. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: '../dist/portal',
    emptyOutDir: true,
    target: 'es2024',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    rolldownOptions: {
      input: {
        index: join(import.meta.dirname, 'index.html'),
        // as shared/contract/link-page.ts has it
        'link-page': join(import.meta.dirname, 'link/link-page.ts'),
      },
      output: { entryFileNames: ({ name }) => (name === 'link-page' ? '[name].js' : 'assets/[name]-[hash].js') },
    },
  },
  server: {
    proxy: {
      '/api': 'http://localhost:3000',
      '/local': 'http://localhost:3000',
      '/config.json': 'http://localhost:3000',
    },
  },
})
