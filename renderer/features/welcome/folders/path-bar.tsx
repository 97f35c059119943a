import { ChevronRight, Pencil } from 'lucide-react'
import { useState } from 'react'
import { IconButton } from '../../../components/icon-button.tsx'
import { Input } from '../../../components/input.tsx'
import { crumbsOf } from '../../../model/crumbs.ts'
import styles from './folders.module.css'

interface PathBarProps {
  readonly path: string
  readonly onGo: (path: string) => void
}

/** Where the list is: the folders on the way there, or the whole path to be typed. */
export function PathBar({ path, onGo }: PathBarProps) {
  const [typing, setTyping] = useState(false)
  return (
    <div className={styles.bar}>
      {typing ? (
        <TypedPath path={path} onGo={onGo} onEnd={() => setTyping(false)} />
      ) : (
        <Crumbs path={path} onGo={onGo} />
      )}
      {!typing && (
        <IconButton label="Type a path" size="small" onClick={() => setTyping(true)}>
          <Pencil size={13} />
        </IconButton>
      )}
    </div>
  )
}

function Crumbs({ path, onGo }: PathBarProps) {
  const crumbs = path === '' ? [] : crumbsOf(path)
  return (
    <nav className={styles.crumbs} aria-label="Path">
      {crumbs.map(({ name, path: to }, at) => (
        <span key={to} className={styles.crumb}>
          {at > 0 && <ChevronRight size={12} aria-hidden="true" />}
          <button
            type="button"
            aria-current={at === crumbs.length - 1 ? 'location' : undefined}
            onClick={() => onGo(to)}
          >
            {name}
          </button>
        </span>
      ))}
    </nav>
  )
}

function TypedPath({ path, onGo, onEnd }: PathBarProps & { readonly onEnd: () => void }) {
  const [text, setText] = useState(path)
  return (
    <form
      className={styles.typed}
      onSubmit={(event) => {
        event.preventDefault()
        if (text.trim()) onGo(text.trim())
      }}
    >
      <Input
        aria-label="Path of the folder"
        spellCheck={false}
        autoComplete="off"
        // The user has just asked to type.
        ref={(field) => field?.focus()}
        value={text}
        onChange={({ target }) => setText(target.value)}
        onFocus={({ target }) => target.select()}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          // Else the dialog would close.
          event.stopPropagation()
          onEnd()
        }}
      />
    </form>
  )
}
