import type { ErrorCode, ErrorData } from '../../contract/errors.ts'
import { Button, buttonClass } from '../components/button.tsx'
import { Hint } from '../components/hint.tsx'
import { Notice } from '../components/notice.tsx'
import { hrefOf } from '../store/route.ts'
import { useShoal } from '../store/store.ts'

/** Without its folder there is nothing to wait for. */
const GONE: readonly ErrorCode[] = ['project-not-found']

/** A project that cannot be read: where its files are wrong, or that they are gone, and the way on. */
export function ProjectTrouble({ error }: { readonly error: ErrorData }) {
  const { code, message, hint, details } = error
  const closeProject = useShoal((state) => state.closeProject)
  const gone = GONE.includes(code)
  return (
    <Notice
      tone="warn"
      hint={
        <>
          <Hint text={hint} />
          {!gone && ' Shoal reads the files again when they change.'}
        </>
      }
      details={details}
      actions={
        gone ? (
          <Button size="small" onClick={closeProject}>
            Choose another project
          </Button>
        ) : code === 'env-invalid' ? (
          <a className={buttonClass({ size: 'small' })} href={hrefOf('environment')}>
            Go to Environment
          </a>
        ) : undefined
      }
    >
      {message}
    </Notice>
  )
}
