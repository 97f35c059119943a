import type { NextConfig } from 'next'

const config: NextConfig = {
  output: 'standalone',
  // Both roots are this folder: Next.js otherwise takes the outermost folder with a lock file for the root.
  outputFileTracingRoot: import.meta.dirname,
  turbopack: { root: import.meta.dirname },
  // Nothing here resizes images, and sharp is half of the image's size.
  images: { unoptimized: true },
  outputFileTracingExcludes: {
    '**': [
      'node_modules/@img/**',
      'node_modules/sharp/**',
      'node_modules/next/dist/server/capsize-font-metrics.json',
    ],
  },
  poweredByHeader: false,
  // Caddy compresses.
  compress: false,
  // `npm run check` in this folder checks types; the build need not do it a second time.
  typescript: { ignoreBuildErrors: true },
  experimental: { preloadEntriesOnStart: false },
}

export default config
