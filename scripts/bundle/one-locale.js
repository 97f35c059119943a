const LOCALES = /[\\/]zod[\\/]v4[\\/]locales[\\/]index\.js$/

/**
 * Zod exports its messages in some fifty languages as one object, which no bundler can thin out: a third of a megabyte that
 * every start would compile. Shoal speaks English.
 * @type {import('rolldown').Plugin}
 */
export const oneLocale = {
  name: 'one-locale',
  load: (id) => (LOCALES.test(id) ? "export { default as en } from './en.js'" : null),
}
