import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { themeFirst } from './theme-first.ts'

export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  plugins: [react(), themeFirst()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2023',
    // The server allows neither inline scripts nor data: fonts, so every asset is a file of its own.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
})
