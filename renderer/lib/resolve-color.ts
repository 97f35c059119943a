/** A colour as CSS writes it, variables included, as a canvas understands it: that knows no variables. */
export function resolveColor(element: HTMLElement, color: string): string {
  element.style.color = color
  return getComputedStyle(element).color
}
