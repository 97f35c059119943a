import { Button } from '../../../components/button.tsx'
import { Notice } from '../../../components/notice.tsx'

interface QuestionProps {
  readonly onYes: () => void
  readonly onNo: () => void
}

/** Asks before a setting touches what runs. */
export function Question({ onYes, onNo }: QuestionProps) {
  return (
    <Notice
      tone="info"
      hint="Requests in flight are finished, and no instance is replaced."
      actions={
        <>
          <Button size="small" onClick={onNo}>
            Leave it
          </Button>
          <Button size="small" look="primary" onClick={onYes}>
            Save and reload
          </Button>
        </>
      }
    >
      This changes the Caddyfile, and Caddy loads it anew.
    </Notice>
  )
}
