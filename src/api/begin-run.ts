import { hashOf } from '../core/canonical.ts'
import { GalError } from '../core/error.ts'
import type { EventOf } from '../core/events/index.ts'
import { type Config, changedSettings, configHash, loadConfig, parseTopic, redact, type Secrets } from '../lab/config.ts'
import type { EventLog } from '../store/event-log.ts'
import { checkStart } from './check-start.ts'
import { createRunId, randomTail, tailOfKey } from './run-id.ts'

export type BeginParts = {
  log: EventLog
  secrets: Secrets
  secret(name: string): string | undefined
  random(): number
  version: string
}

export type BeginInput = {
  topic: string
  config: Config
  /** Whatever tells this start apart from every other. */
  key?: string | undefined
  /** Called before a new run is begun, and not for one that is there already; throws to refuse it. */
  check?(): void
}

/** `begun` is false for a run that its key had begun before. */
export type Begun = { run: string; begun: boolean }

/** The run that a key has begun. Its name ends with what follows from the key, so that few starts are read. */
const findByKey = (log: EventLog, key: string): { run: string; topic: string } | undefined => {
  const tail = `-${tailOfKey(key)}`
  const hash = hashOf(key)
  return log.runs().flatMap(({ run }) => {
    const first = run.endsWith(tail) ? log.read(run, 0, 1)[0]?.event : undefined
    return first?.type === 'run-start' && first.key === hash ? [{ run, topic: first.topic }] : []
  })[0]
}

/** Throws GalError `key-reused` when the key has begun a run on another topic. */
const begunBefore = (log: EventLog, topic: string, key: string | undefined): string | undefined => {
  const known = key === undefined ? undefined : findByKey(log, key)
  if (known === undefined || known.topic === topic) return known?.run
  throw new GalError('key-reused', `this key has begun the run ${known.run}, on another topic`, 'send a new key with a new topic')
}

/**
 * Puts the beginning of a run on the log. The same key begins the same run, from however many processes it is sent: the run's name
 * follows from topic and key, and only one can make it. Two that send one key with different topics at the very same moment are
 * not told apart. Throws GalError for a topic, a configuration, a folder or a prompt that cannot be used; then nothing is stored.
 */
export const beginRun = (
  { log, secrets, secret, random, version }: BeginParts,
  { topic, config, key, check = () => undefined }: BeginInput,
): Begun => {
  const text = redact(parseTopic(topic), secrets)
  const known = begunBefore(log, text, key)
  if (known !== undefined) return { run: known, begun: false }
  checkStart(config, secret)
  check()
  const run = createRunId(text, key === undefined ? randomTail(random) : tailOfKey(key))
  const { seed, language, kind } = config
  const start: EventOf<'run-start'> = {
    type: 'run-start',
    topic: text,
    seed,
    language,
    ...(kind === 'experiment' ? {} : { kind }),
    version,
    config: { ...config },
    configHash: configHash(config),
    changed: changedSettings(config, loadConfig({}).config),
    ...(key === undefined ? {} : { key: hashOf(key) }),
  }
  try {
    log.create(run, start)
  } catch (error) {
    const other = begunBefore(log, text, key)
    if (other === undefined) throw error
    return { run: other, begun: false }
  }
  return { run, begun: true }
}
