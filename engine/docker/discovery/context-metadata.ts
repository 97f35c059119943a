import { z } from 'zod'

const metadata = z.object({
  Endpoints: z.object({
    docker: z.object({ Host: z.string().min(1), SkipTLSVerify: z.boolean().optional() }),
  }),
})

/** Where a context of Docker's command line leads. */
export type ContextEndpoint = z.infer<typeof metadata>['Endpoints']['docker']

/** Reads a context's `meta.json`. Throws when it names no Docker endpoint. */
export function parseMetadata(text: string): ContextEndpoint {
  return metadata.parse(JSON.parse(text)).Endpoints.docker
}
