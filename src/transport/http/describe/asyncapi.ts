import { closeCodes, limits } from '../../limits.ts'
import { subprotocol } from '../../protocol.ts'
import { clientSchemas, serverSchemas } from './frames.ts'

const closing = Object.entries(closeCodes)
  .map(([reason, code]) => `${code} ${reason}`)
  .join(', ')

const description = `One JSON object in each text message. A client says \`hello\`, then \`subscribe\`; it gets every stored event after \`after\`, then \`caught-up\`, then live ones. Each command has exactly one \`result\`.

At most ${limits.frameIn} bytes in a frame to gal, ${limits.commandsPerSecond} commands a second. Closed with: ${closing}.`

const names = (prefix: string, all: Readonly<Record<string, object>>): string[] => Object.keys(all).map((type) => `${prefix}.${type}`)
const refer = (path: string) => ({ $ref: path })
const messages = (prefix: string, all: Readonly<Record<string, object>>) =>
  Object.entries(all).map(([type, payload]) => [`${prefix}.${type}`, { name: type, contentType: 'application/json', payload }] as const)

/** The WebSocket as an AsyncAPI document. */
export const asyncApi = (): object => {
  const [client, server] = [clientSchemas(), serverSchemas()]
  const inChannel = (name: string) => refer(`#/channels/lab/messages/${name}`)
  const [sent, received] = [names('client', client), names('server', server)]
  return {
    asyncapi: '3.0.0',
    info: { title: 'gal', version: subprotocol.replace(/^gal[.]v/, '').concat('.0.0'), description },
    defaultContentType: 'application/json',
    servers: {
      local: {
        host: 'localhost:8765',
        protocol: 'ws',
        security: [
          { type: 'http', scheme: 'bearer' },
          { type: 'httpApiKey', in: 'query', name: 'token' },
        ],
      },
    },
    channels: {
      lab: {
        address: '/v1/ws',
        description: `The subprotocol is ${subprotocol}; the same is spoken at /.`,
        messages: Object.fromEntries([...sent, ...received].map((name) => [name, refer(`#/components/messages/${name}`)])),
      },
    },
    operations: {
      command: { action: 'receive', channel: refer('#/channels/lab'), messages: sent.map(inChannel) },
      tell: { action: 'send', channel: refer('#/channels/lab'), messages: received.map(inChannel) },
    },
    components: { messages: Object.fromEntries([...messages('client', client), ...messages('server', server)]) },
  }
}
