import { Bug } from 'lucide-react'
import { Button } from '../components/button.tsx'
import { Empty } from '../components/empty.tsx'

/** A screen that could not be loaded or drawn. The rest of the window, and the stack, go on. */
export function Broken() {
  return (
    <Empty
      bad
      icon={<Bug size={20} />}
      title="This screen does not show"
      about="The stack is unaffected and the other screens still work. Reload the window once Shoal’s engine answers."
      actions={
        <Button look="primary" onClick={() => window.location.reload()}>
          Reload the window
        </Button>
      }
    />
  )
}
