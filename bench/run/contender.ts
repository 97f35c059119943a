/** One of the two programs that run the same project folder; each method gives its command line. */
export interface Contender {
  readonly name: 'shoal' | 'compose'
  /** The whole stack with so many instances, from whatever there is. */
  up(scale: number): readonly string[]
  scale(scale: number): readonly string[]
  /** Applies what was edited in `.env`. */
  applyEnv(scale: number): readonly string[]
  restartApp(): readonly string[]
  down(): readonly string[]
  status(): readonly string[]
}
