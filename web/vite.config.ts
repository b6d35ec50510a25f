/** How the web page is bundled; `build.ts` runs it. */
import react from '@vitejs/plugin-react';
import type { InlineConfig } from 'vite';

const root = import.meta.dirname;

export const webConfig: InlineConfig = {
  configFile: false,
  root,
  logLevel: 'error',
  plugins: [react()],
  build: {
    outDir: `${root}/../dist/web`,
    emptyOutDir: true,
    // 360 and other shells of offices lag behind: Chromium 86 is the oldest seen in the field.
    target: 'chrome86',
    reportCompressedSize: false,
    chunkSizeWarningLimit: 700,
  },
};
