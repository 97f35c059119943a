import { config } from 'zod'

// Both hosts of the page forbid code that is made of text, and the browser reports even zod's attempt at it. Schemas read
// this when they are made, so this module comes before all that makes some.
config({ jitless: true })
