import { commandLinePage } from './command-line.ts'
import { commandsPage } from './commands.ts'
import { configFile, configPage } from './config.ts'
import { errorsPage } from './errors.ts'
import { eventsPage } from './events.ts'
import { foldedPages } from './folded.ts'
import { openApiPage } from './openapi.ts'
import type { Page } from './page.ts'
import { protocolPage } from './protocol.ts'
import { restPage } from './rest.ts'
import { asyncApiPage, protocolSchemaPage } from './schemas.ts'
import { sentencesPage } from './sentences.ts'
import { wirePage } from './wire.ts'

/** Every file of the repository that is generated from the sources. */
export const renderPages = async (): Promise<Page[]> => [
  eventsPage(),
  commandsPage(),
  configPage(),
  configFile(),
  errorsPage(),
  protocolPage(),
  protocolSchemaPage(),
  asyncApiPage(),
  await openApiPage(),
  await restPage(),
  wirePage(),
  ...foldedPages(),
  await sentencesPage(),
  await commandLinePage(),
]
