// Runs inside the sandbox, before a program that may reach some hosts: programs speak to proxies over TCP, and gal's proxy is a socket in a
// folder, because the sandbox has no network but its own loopback. Plain JavaScript, which Node also runs under node_modules.
//
//   node forward.mjs SOCKET PORT COMMAND [ARGUMENT …]
import { spawn } from 'node:child_process'
import { connect, createServer } from 'node:net'

const [socket, port, command, ...args] = process.argv.slice(2)

const server = createServer((client) => {
  const proxy = connect(socket)
  // Either side's trouble is the end of both, and the program's to notice.
  client.on('error', () => proxy.destroy())
  proxy.on('error', () => client.destroy())
  client.pipe(proxy).pipe(client)
})

server.listen(Number(port), '127.0.0.1', () => {
  const program = spawn(command, args, { stdio: 'inherit' })
  program.on('error', ({ message }) => {
    process.stderr.write(`${message}\n`)
    process.exit(127)
  })
  program.on('exit', (code, signal) => {
    // The end that the program had is this one's too.
    if (signal) process.kill(process.pid, signal)
    else process.exit(code)
  })
})
