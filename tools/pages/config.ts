import { stringify } from 'yaml'
import { configView } from '../../src/lab/config/config-view.ts'
import { variables } from '../../src/lab/config/environment.ts'
import { expected, pathsOf, type SchemaView, viewAt } from '../../src/lab/config/schema-view.ts'
import { renderConfigFile } from '../../src/lab/config.ts'
import { markdown, type Page } from './page.ts'
import { table } from './shape.ts'

const intro = `The keys of \`config.yaml\`; \`gal init\` writes one with all of them. A key that is left out keeps its default. From the weakest to the strongest: gal's defaults, the file, the environment, options of the command line named like a key, \`--set key=value\`.

Every problem is reported at once, with file, line and the nearest valid key. The YAML files of AgentLaboratory are accepted as they are. Secrets are named by their environment variable and are never stored.`

const defaultOf = ({ default: value }: SchemaView): string =>
  value === undefined ? '' : `\`${stringify(value, { collectionStyle: 'flow', flowCollectionPadding: false, lineWidth: 0 }).trim()}\``

const keysOf = ({ propertyNames }: SchemaView): string => (propertyNames?.enum ? ` Keys: ${propertyNames.enum.join(', ')}.` : '')

const row = (path: string): string[] => {
  const view = viewAt(configView(), path.split('.'))
  if (!view) throw new Error(`the configuration has no key ${path}`)
  const takes = view.properties ? '' : expected(view)
  return [`\`${path}\``, takes, view.properties ? '' : defaultOf(view), `${view.description ?? ''}${keysOf(view)}`]
}

/** Every key of the configuration. */
export const configPage = (): Page =>
  markdown('docs/reference/config.md', 'Configuration', [
    intro,
    table(['key', 'takes', 'default', 'meaning'], pathsOf(configView()).map(row)),
    '## Environment',
    table(
      ['variable', 'key'],
      variables.map(({ name, path }) => [`\`${name}\``, `\`${path.join('.')}\``]),
    ),
  ])

/** The file that `gal init` writes, at the root of the repository. */
export const configFile = (): Page => ({ path: 'config.yaml', text: renderConfigFile() })
