import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import type { Snapshot } from '../../../../contract/models.ts'
import { IconButton } from '../../../components/icon-button.tsx'
import styles from './address.module.css'
import { PortPicker } from './port-picker.tsx'

/** Milliseconds for which a copied address says so. */
const SAID = 1_500

/** Where the stack answers, and on which port. */
export function Address({ snapshot }: { readonly snapshot: Snapshot }) {
  const { url, port } = snapshot
  return (
    <section className={styles.address} aria-label="Address">
      <div className={styles.url}>
        {url === null ? (
          <span className={`${styles.link} ${styles.none}`}>Answers nowhere until it is started</span>
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
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(text)
    setCopied(true)
    setTimeout(() => setCopied(false), SAID)
  }
  return (
    <IconButton label={copied ? 'Copied' : 'Copy address'} size="small" onClick={() => void copy()}>
      {copied ? <Check size={14} /> : <Copy size={14} />}
    </IconButton>
  )
}
