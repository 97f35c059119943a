import { useEffect, useRef } from 'react'
import styles from './editor.module.css'
import { openEditor } from './open-editor.ts'

/** The `.env` as text. */
export function Editor() {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => (place.current ? openEditor(place.current) : undefined), [])
  return <div ref={place} className={styles.editor} />
}
