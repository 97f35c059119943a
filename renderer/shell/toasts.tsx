import { Toaster } from 'sonner'
import { useShoal } from '../store/store.ts'
import styles from './toasts.module.css'

/** Where what was done, and what failed, is told for a moment. */
export function Toasts() {
  const theme = useShoal(({ settings }) => settings?.theme ?? 'system')
  return (
    <Toaster
      className={styles.toasts ?? ''}
      theme={theme}
      position="bottom-right"
      closeButton
      containerAriaLabel="Messages"
      toastOptions={{
        classNames: {
          toast: styles.toast ?? '',
          description: styles.description ?? '',
          actionButton: styles.action ?? '',
          closeButton: styles.close ?? '',
          success: styles.good ?? '',
          error: styles.bad ?? '',
        },
      }}
    />
  )
}
