import { connection } from 'next/server'
import { currentInstance, uptimeSeconds } from '../server/instance.ts'
import { countVisit } from '../server/visits.ts'
import { Counters } from './components/counters.tsx'
import { Live } from './components/live.tsx'
import { Mark } from './components/mark.tsx'
import { Routes } from './components/routes.tsx'
import { ServedBy } from './components/served-by.tsx'

export default async function Page() {
  await connection()
  const instance = currentInstance()
  const visits = await countVisit(instance)
  return (
    <main>
      <header className="bar">
        <Mark />
        <span className="muted">Sample app</span>
        <span className="push mono muted">{process.env.BASE_URL || 'BASE_URL is not set'}</span>
      </header>
      <ServedBy name={instance.name} uptime={uptimeSeconds()} node={process.version} pid={process.pid} />
      <Counters instance={instance.name} visits={visits} />
      <div className="columns">
        <Live />
        <Routes />
      </div>
    </main>
  )
}
