import { History } from 'lucide-react'
import { Popover } from 'radix-ui'
import { useState } from 'react'
import type { EnvVersion } from '../../../../contract/env.ts'
import { type ErrorData, ShoalError } from '../../../../contract/errors.ts'
import { Button } from '../../../components/button.tsx'
import { ErrorNotice } from '../../../components/notice.tsx'
import { useShoal } from '../../../store/store.ts'
import { Version } from './version.tsx'
import { VersionList } from './version-list.tsx'
import styles from './versions.module.css'

/** The former files that are kept: each can be looked at and brought back. */
export function Versions() {
  const command = useShoal((state) => state.command)
  const [open, setOpen] = useState(false)
  const [versions, setVersions] = useState<readonly EnvVersion[] | null>(null)
  const [error, setError] = useState<ErrorData | null>(null)
  const [looked, setLooked] = useState<EnvVersion | null>(null)

  const show = async (next: boolean) => {
    setOpen(next)
    if (!next) return
    setError(null)
    try {
      setVersions((await command('env.versions', {})).versions)
    } catch (thrown) {
      setError(ShoalError.from(thrown).toData())
    }
  }
  return (
    <>
      <Popover.Root open={open} onOpenChange={(next) => void show(next)}>
        <Popover.Trigger asChild>
          <Button look="ghost" icon={<History size={15} />}>
            Versions
          </Button>
        </Popover.Trigger>
        <Popover.Portal>
          <Popover.Content
            className={styles.popover}
            align="end"
            sideOffset={4}
            collisionPadding={8}
            aria-label="Versions"
          >
            {error ? (
              <ErrorNotice error={error} />
            ) : (
              <VersionList
                versions={versions}
                onLook={(version) => {
                  setOpen(false)
                  setLooked(version)
                }}
              />
            )}
          </Popover.Content>
        </Popover.Portal>
      </Popover.Root>
      {looked && <Version version={looked} onClose={() => setLooked(null)} />}
    </>
  )
}
