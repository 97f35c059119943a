import { type RefObject, useLayoutEffect, useState } from 'react'

/** What of a scrolled element is seen. Pixels. */
export interface ScrollView {
  readonly top: number
  readonly height: number
}

/** What of an element is seen, kept current. */
export function useScrollView(ref: RefObject<HTMLElement | null>): ScrollView {
  const [view, setView] = useState<ScrollView>({ top: 0, height: 0 })
  useLayoutEffect(() => {
    const element = ref.current
    if (!element) return
    const look = () => {
      const { scrollTop: top, clientHeight: height } = element
      setView((before) => (before.top === top && before.height === height ? before : { top, height }))
    }
    look()
    const observer = new ResizeObserver(look)
    observer.observe(element)
    element.addEventListener('scroll', look, { passive: true })
    return () => {
      observer.disconnect()
      element.removeEventListener('scroll', look)
    }
  }, [ref])
  return view
}
