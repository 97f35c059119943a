/** What changes the open project's stack. */
export type StackCommand =
  | { readonly kind: 'start' }
  | { readonly kind: 'stop' }
  | { readonly kind: 'restart' }
  /** One instance more or less. */
  | { readonly kind: 'scale'; readonly by: 1 | -1 }

/** What can be asked of main by menu, tray, notification or a second start of Shoal. */
export type Command =
  | StackCommand
  | { readonly kind: 'browse' }
  | { readonly kind: 'show' }
  | { readonly kind: 'show-data' }
  | { readonly kind: 'quit' }
  /** Shows the window at a path of the page; `contract/window.ts` lists them. */
  | { readonly kind: 'lead'; readonly to: string }

/** The command that leads to a folder's project, or to the choice of a folder. */
export function openProject(directory?: string): Command {
  const query = directory === undefined ? '' : `?${new URLSearchParams({ directory })}`
  return { kind: 'lead', to: `/open${query}` }
}

/** The command that shows one instance's logs; `name` is the container's. */
export function showLogs(name: string): Command {
  return { kind: 'lead', to: `/logs?${new URLSearchParams({ name })}` }
}
