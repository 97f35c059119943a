import { startDesktopApp } from '../support/electron/start-app.ts'
import { tellStory } from '../support/story.ts'

tellStory({
  // The system's own dialog cannot be driven; a folder on the command line opens as well.
  open: async (directory) => ({ faults: [], ...(await startDesktopApp(directory)) }),
  choose: (page) => page.getByRole('slider', { name: 'Instances' }).waitFor(),
})
