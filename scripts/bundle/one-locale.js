/**
 * Zod exports its messages in some fifty languages as one object, which no bundler can thin out: a third of a megabyte that
 * every start would compile. Shoal speaks English.
 * @type {import('esbuild').Plugin}
 */
export const oneLocale = {
  name: 'one-locale',
  setup(build) {
    build.onLoad({ filter: /[\\/]zod[\\/]v4[\\/]locales[\\/]index\.js$/ }, () => ({
      contents: "export { default as en } from './en.js'",
    }))
  },
}
