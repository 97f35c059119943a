import { RefreshCw } from 'lucide-react'
import { RadioGroup } from 'radix-ui'
import { IconButton } from '../../../components/icon-button.tsx'
import { ErrorNotice } from '../../../components/notice.tsx'
import { Skeleton } from '../../../components/skeleton.tsx'
import { usePick } from '../../../store/store.ts'
import { Row } from '../row.tsx'
import { useSaving } from '../use-saving.ts'
import styles from './candidates.module.css'
import { Choice } from './choice.tsx'
import { useCandidates } from './use-candidates.ts'

/** Stands for none in particular; an address is never so. */
const AUTOMATIC = 'automatic'

/** The engines on this machine to choose from. */
export function Candidates() {
  const { chosen, known, changeSettings } = usePick(({ settings, changeSettings }) => ({
    chosen: settings?.engine ?? null,
    known: settings !== null,
    changeSettings,
  }))
  const { candidates, error, looking, look } = useCandidates(chosen)
  const { saving, save } = useSaving()
  const change = (value: string) =>
    void save(() => changeSettings({ engine: value === AUTOMATIC ? null : value }))
  return (
    <Row
      label="Which one to use"
      about="Everything that Shoal runs, it runs there. A stack on another engine stays where it is."
      saving={saving}
      loading={looking && candidates.length === 0}
      control={
        <IconButton label="Look again" disabled={looking} onClick={() => void look()}>
          <RefreshCw size={14} />
        </IconButton>
      }
    >
      {error && <ErrorNotice error={error} />}
      <RadioGroup.Root
        className={styles.list}
        aria-label="Docker engine"
        value={known ? (chosen ?? AUTOMATIC) : ''}
        onValueChange={change}
      >
        <Choice
          value={AUTOMATIC}
          title="Look for one"
          detail="DOCKER_HOST, then the Docker context, then the usual sockets"
        />
        {looking && candidates.length === 0 && <Unknown />}
        {candidates.map(({ source, host, answers, detail }) => (
          <Choice key={host} value={host} title={source} host={host} detail={detail} answers={answers} />
        ))}
      </RadioGroup.Root>
    </Row>
  )
}

/** In the place of the engines while each is asked. There is mostly one. */
function Unknown() {
  return (
    <div className={styles.choice}>
      <Skeleton width={16} height={16} />
      <Skeleton width={260} height={14} />
      <Skeleton width={110} height={14} />
    </div>
  )
}
