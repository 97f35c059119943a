import type { Database } from '../../contract/database.ts'
import { link } from '../bridge/engine.ts'
import { whileUsed } from '../lib/while-used.ts'
import type { Slice } from './types.ts'

export interface DatabaseSlice {
  /** What PostgreSQL says; null until something shows it and the first report came. */
  database: Database | null
  /** Keeps what a project's database says current until the returned function is called. */
  shareDatabase(directory: string): () => void
}

export const databaseSlice: Slice<DatabaseSlice> = (set) => ({
  database: null,
  shareDatabase: whileUsed((directory, signal) => {
    const onEnd = () => set({ database: null })
    void link.follow('database.watch', { directory }, (database) => set({ database }), { signal, onEnd })
    signal.addEventListener('abort', onEnd)
  }),
})
