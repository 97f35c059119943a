/** Tells a person without the key what to do. Says nothing about why: a stranger need not know. */
export const REFUSAL = page(
  'This window belongs to someone else',
  'Open the address that <code>shoal ui</code> printed in the terminal: it is good once. If this browser has been in already, <a href="/">go on from here</a>.',
)

export const MISSING = page('There is nothing here', '<a href="/">To Shoal</a>')

/**
 * A step between a foreign page and the window. The browser keeps a Strict cookie back for as long as it follows
 * redirects that began elsewhere, as in the file that opens the browser; from this page it goes on by itself.
 */
export function steppingStone(to: string): string {
  return page('Shoal', `<a href="${to}">To Shoal</a>`, `<meta http-equiv="refresh" content="0; url=${to}">`)
}

function page(title: string, text: string, head = ''): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="color-scheme" content="light dark">
${head}<title>${title}</title>
<style>body { font: 16px/1.5 system-ui, sans-serif; max-width: 34em; margin: 20vh auto; padding: 0 1em }</style>
<h1>${title}</h1>
<p>${text}</p>
</html>
`
}
