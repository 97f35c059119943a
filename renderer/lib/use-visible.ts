import { useSyncExternalStore } from 'react'

/** Whether anybody can see the page: not while its window is minimised or its tab is another one. */
export function useVisible(): boolean {
  return useSyncExternalStore(subscribe, isVisible)
}

function subscribe(changed: () => void): () => void {
  document.addEventListener('visibilitychange', changed)
  return () => document.removeEventListener('visibilitychange', changed)
}

function isVisible(): boolean {
  return document.visibilityState === 'visible'
}
