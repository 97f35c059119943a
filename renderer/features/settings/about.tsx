import { Copy } from 'lucide-react'
import type { About as AboutShoal } from '../../../contract/app.ts'
import { IconButton } from '../../components/icon-button.tsx'
import { Skeleton } from '../../components/skeleton.tsx'
import { copyText } from '../../lib/copy.ts'
import { usePick } from '../../store/store.ts'
import styles from './facts.module.css'
import { Section } from './section.tsx'

const PLATFORMS: Readonly<Record<AboutShoal['platform'], string>> = {
  mac: 'macOS',
  windows: 'Windows',
  linux: 'Linux',
}

export function About() {
  const { about, directory } = usePick(({ about, project }) => ({
    about,
    directory: project?.directory ?? '',
  }))
  const kind = about?.kind === 'desktop' ? 'desktop app' : 'in the browser'
  return (
    <Section title="About">
      <dl className={styles.facts}>
        <dt>Version</dt>
        <dd>{about ? `Shoal ${about.version}, ${kind}` : <Skeleton width={150} height={14} />}</dd>
        <dt>Platform</dt>
        <dd>{about ? PLATFORMS[about.platform] : <Skeleton width={60} height={14} />}</dd>
        <dt>Project folder</dt>
        <dd className={styles.path}>
          <code>{directory}</code>
          <IconButton
            label="Copy the folder’s path"
            size="small"
            onClick={() => void copyText(directory, 'The folder’s path')}
          >
            <Copy size={14} />
          </IconButton>
        </dd>
      </dl>
    </Section>
  )
}
