import { Copy } from 'lucide-react'
import type { Snapshot } from '../../../../contract/models.ts'
import { IconButton } from '../../../components/icon-button.tsx'
import { copyText } from '../../../lib/copy.ts'
import styles from './address.module.css'
import { PortPicker } from './port-picker.tsx'

/** Where the stack answers, and on which port. */
export function Address({ snapshot }: { readonly snapshot: Snapshot }) {
  const { url, port } = snapshot
  return (
    <section className={styles.address} aria-label="Address">
      <div className={styles.url}>
        {url === null ? (
          <span className={styles.none}>Answers nowhere until it is started</span>
        ) : (
          <>
            <a className={styles.link} href={url} target="_blank" rel="noreferrer">
              {url}
            </a>
            <CopyButton text={url} />
          </>
        )}
      </div>
      <PortPicker key={port} current={port} />
    </section>
  )
}

function CopyButton({ text }: { readonly text: string }) {
  return (
    <IconButton label="Copy address" size="small" onClick={() => void copyText(text, 'Address')}>
      <Copy size={14} />
    </IconButton>
  )
}
