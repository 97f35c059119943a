import { z } from 'zod'
import { errorDataSchema } from '../contract/error-data.ts'

/** Names one call or stream of a connection. Chosen by the client, never used twice. */
const id = z.number().int().positive()

// A stream and its feed are the same flow in opposite directions, under one id: item ... item, then end or error.
const item = z.object({ type: z.literal('item'), id, item: z.unknown() })
const end = z.object({ type: z.literal('end'), id })
/** Lets the other side send this many items more. It has none to begin with. */
const credit = z.object({ type: z.literal('credit'), id, count: z.number().int().positive() })

/** What a client sends. Names and inputs are checked against the contract afterwards, so that they can be answered. */
export const requestSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('call'), id, name: z.string(), input: z.unknown() }),
  z.object({ type: z.literal('open'), id, name: z.string(), input: z.unknown(), feed: z.boolean() }),
  /** Cancels a call, which is still answered, or a stream, of which the client wants to hear no more. */
  z.object({ type: z.literal('cancel'), id }),
  item,
  end,
  credit,
])

/** What a host sends. */
export const replySchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('result'), id, output: z.unknown() }),
  z.object({ type: z.literal('error'), id, error: errorDataSchema }),
  item,
  end,
  credit,
])

export type Request = z.infer<typeof requestSchema>
export type Reply = z.infer<typeof replySchema>
