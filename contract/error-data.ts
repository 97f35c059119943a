import { z } from 'zod'
import { ERROR_CODES, type ErrorData } from './errors.ts'

/** An error that came over a wire. Apart from the error itself, which is thrown where no schema is needed. */
export const errorDataSchema = z.object({
  code: z.enum(ERROR_CODES),
  message: z.string(),
  hint: z.string(),
  details: z.array(z.string()).optional(),
}) satisfies z.ZodType<ErrorData>
