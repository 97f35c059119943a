import { ExternalLink } from 'lucide-react'
import type { Instance } from '../../../../contract/models.ts'
import { MenuLink } from '../../../components/menu.tsx'
import { instanceUrl } from '../../../model/instance-url.ts'
import { ContainerMenu } from '../container-menu.tsx'

interface CardMenuProps {
  readonly instance: Instance
  readonly short: string
  readonly url: string | null
}

/** What can be done with one instance. */
export function CardMenu({ instance, short, url }: CardMenuProps) {
  return (
    <ContainerMenu name={short} running={instance.state === 'running'}>
      {url && (
        <MenuLink icon={<ExternalLink size={15} />} href={instanceUrl(url, instance.index)} outside>
          Open only this one
        </MenuLink>
      )}
    </ContainerMenu>
  )
}
