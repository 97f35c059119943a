import { ArrowRight } from 'lucide-react'
import type { FileEdit } from '../../../contract/drift.ts'
import styles from './drift.module.css'

const SIGNS = { added: '+', changed: '~', removed: '−' } as const

/** What was edited, file by file; values that are secrets stay out of sight. */
export function EditList({ edits }: { readonly edits: readonly FileEdit[] }) {
  const files = [...new Set(edits.map(({ file }) => file))]
  return files.map((file) => (
    <section key={file} aria-label={`Edits of ${file}`}>
      <h3 className={styles.title}>{file}</h3>
      <ul className={styles.edits}>
        {edits
          .filter((edit) => edit.file === file)
          .map(({ key, kind, before, after, secret }) => (
            <li key={key}>
              <span className={`${styles.sign} ${styles[kind]}`} aria-hidden="true">
                {SIGNS[kind]}
              </span>
              <span className="visually-hidden">{kind}: </span>
              <code className={styles.key}>{key}</code>
              <span className={styles.values}>
                {secret ? (
                  'a secret'
                ) : (
                  <>
                    {kind !== 'added' && <del>{before || '(empty)'}</del>}
                    {kind === 'changed' && <ArrowRight size={13} aria-label="becomes" />}
                    {kind !== 'removed' && <ins>{after || '(empty)'}</ins>}
                  </>
                )}
              </span>
            </li>
          ))}
      </ul>
    </section>
  ))
}
