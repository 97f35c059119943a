import { FilePlus2 } from 'lucide-react'
import { Button } from '../../components/button.tsx'
import { Empty } from '../../components/empty.tsx'
import { attempt } from '../../lib/notify.ts'
import { beginWithExample } from './draft/begin-with-example.ts'
import { useDraft } from './draft/draft.ts'
import { setText } from './draft/set-text.ts'

/** There is no `.env` yet. */
export function Missing() {
  const named = useDraft(({ keys }) => keys.some(({ source }) => source === 'example'))
  return (
    <Empty
      icon={<FilePlus2 size={20} />}
      title="This project has no .env yet"
      about={
        named
          ? 'Every variable in it reaches every instance. Begin with those that .env.example names; nothing is written until you apply.'
          : 'Every variable in it reaches every instance. Nothing is written until you apply.'
      }
      actions={
        <>
          {named && (
            <Button look="primary" onClick={() => void attempt(beginWithExample)}>
              Begin with .env.example
            </Button>
          )}
          <Button onClick={() => setText('# Every variable here reaches every instance of the app.\n')}>
            Begin with an empty file
          </Button>
        </>
      }
    />
  )
}
