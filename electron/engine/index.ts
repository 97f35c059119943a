import { createEngine } from '../../engine/engine.ts'
import { serve } from '../../rpc/host.ts'
import { messagePort } from '../../rpc/message-port.ts'
import { engineStartSchema } from '../shared/engine-line.ts'
import { MainLine } from './main-line.ts'
import { tellProjects } from './tell-projects.ts'

/** The engine's own process: its load never reaches the one that draws menus and windows. */
const { parentPort } = process
const line = new MainLine((message) => parentPort.postMessage(message))
const engine = createEngine({
  ...engineStartSchema.parse(JSON.parse(process.argv.at(-1) ?? '')),
  desktop: { kind: 'desktop', resident: true, chooseFolder: () => line.chooseFolder() },
})
const served = tellProjects(engine, (directory) => line.tellProject(directory))

parentPort.on('message', ({ data, ports }) => {
  line.receive(data, {
    serve: () => {
      for (const port of ports) serve(served, messagePort(port))
    },
    close: () => void engine.close().finally(() => process.exit(0)),
  })
})
