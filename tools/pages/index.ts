import { commandLinePage } from './command-line.ts'
import { commandsPage } from './commands.ts'
import { configFile, configPage } from './config.ts'
import { errorsPage } from './errors.ts'
import { eventsPage } from './events.ts'
import type { Page } from './page.ts'
import { protocolPage } from './protocol.ts'

/** Every file of the repository that is generated from the sources. */
export const renderPages = async (): Promise<Page[]> => [
  eventsPage(),
  commandsPage(),
  configPage(),
  configFile(),
  errorsPage(),
  protocolPage(),
  await commandLinePage(),
]
