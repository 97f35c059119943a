/** A function that shows a value unless it equals, as JSON, the one it showed last: a menu that is set anew closes. */
export function whenChanged<T>(show: (value: T) => void): (value: T) => void {
  let shown: string | undefined
  return (value) => {
    const key = JSON.stringify(value)
    if (key === shown) return
    shown = key
    show(value)
  }
}
