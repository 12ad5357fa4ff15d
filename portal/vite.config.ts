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
  },
  server: {
    proxy: {
      '/api': 'http://localhost:3000',
      '/local': 'http://localhost:3000',
      '/config.json': 'http://localhost:3000',
    },
  },
})
