import { Database } from 'lucide-react'
import type { ServiceStatus } from '../../../../contract/models.ts'
import { MenuLink } from '../../../components/menu.tsx'
import { isPostgres } from '../../../model/is-postgres.ts'
import { hrefOf } from '../../../store/route.ts'
import { ContainerMenu } from '../container-menu.tsx'

/** What can be done with one service. */
export function ServiceMenu({ service }: { readonly service: ServiceStatus }) {
  const { name, state } = service
  return (
    <ContainerMenu name={name} running={state === 'running'} absent={state === 'absent'}>
      {isPostgres(service) && (
        <MenuLink icon={<Database size={15} />} href={hrefOf('logs', { psql: name })}>
          psql
        </MenuLink>
      )}
    </ContainerMenu>
  )
}
