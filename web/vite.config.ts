import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// The host stays the browser's: the server refuses writes from another origin.
const server = { target: process.env.MODELFOLIO_URL ?? 'http://127.0.0.1:3000', changeOrigin: false };

export default defineConfig({
  plugins: [react()],
  build: { target: 'es2022', sourcemap: false, assetsInlineLimit: 0, chunkSizeWarningLimit: 700 },
  server: { proxy: { '/v1': server, '/auth': server, '/openapi.json': server } },
});
