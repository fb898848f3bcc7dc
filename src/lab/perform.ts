import type { Command, Context } from '../agents/command.ts'
import { parseCommand, saidIn } from '../agents/parse.ts'
import { messagesFor } from '../agents/request.ts'
import { turnSchema } from '../agents/turn-schema.ts'
import { createFault, type Fault } from '../core/fault.ts'
import type { ReadonlyTurn } from '../core/state.ts'
import type { Text } from '../core/text.ts'
import { type Phase, type Tell, tellOf } from '../phases/phase.ts'
import { tokensOf } from './condense.ts'
import { createEffects } from './effects.ts'
import { factsFor } from './facts.ts'
import type { Journal } from './journal.ts'
import { type Parts, roomFor } from './parts.ts'

const cancelled = createFault('cancelled', 'the run was paused, stopped or out of time')

/** The commands of a tell that may be used now: a question to people only while there are questions left. */
const commandsNow = ({ commands }: Tell, journal: Journal, { settings }: Parts): readonly Command[] => {
  const asked = Object.values(journal.state.questions).filter(({ blocks }) => !blocks).length
  return asked < settings.questions ? commands : withoutQuestions(commands)
}
const quiet = new WeakMap<readonly Command[], readonly Command[]>()
const withoutQuestions = (commands: readonly Command[]): readonly Command[] => {
  const known = quiet.get(commands)
  if (known) return known
  const rest = commands.filter(({ name }) => name !== 'ask-person')
  quiet.set(commands, rest)
  return rest
}

/** Asks the model of a turn, and puts its answer on the log. Gives the fault when there was none to be had. */
const ask = async (
  parts: Parts,
  phase: Phase,
  commands: readonly Command[],
  journal: Journal,
  turn: ReadonlyTurn,
  signal: AbortSignal,
): Promise<Fault | undefined> => {
  const { state, readText } = journal
  if (!state.phase) return undefined
  const model = parts.model(turn.role, phase.name)
  const wanted = (parts.settings.phases['literature-review'] as { papers?: number }).papers ?? 0
  const request = {
    role: turn.role,
    phase: phase.name,
    turn: turn.id,
    messages: messagesFor(state.phase, turn, readText),
    schema: turnSchema(commands),
    facts: factsFor(state, turn, commands, wanted, readText),
    temperature: parts.settings.temperature,
    maxTokens: roomFor(model, parts.settings),
  }
  const answer = await model.generate(request, signal, (text) => parts.signal({ key: 'delta', turn: turn.id, role: turn.role, text }))
  if (signal.aborted) return cancelled
  if ('reply' in answer) {
    const { reply } = answer
    journal.append({ type: 'turn-reply', id: turn.id, text: reply.text, usage: reply.usage, model: reply.model })
    return undefined
  }
  if (answer.fault.kind !== 'bad-output' || brokenFor(state.phase.turns) >= patience) return answer.fault
  // An answer that was cut off or garbled was paid for all the same. It is malformed, and goes the way of repair; the record says why.
  const input = request.messages.reduce((sum, { text }) => sum + tokensOf(text), 0)
  const usage = { input, output: 0, cost: (input * parts.settings.price.input) / 1e6 }
  journal.append(
    { type: 'turn-fault', id: turn.id, fault: answer.fault },
    { type: 'turn-reply', id: turn.id, text: '', usage, model: model.name },
  )
  return undefined
}

/** So many answers in a row may be garbled; then it is the server that is broken, and no repair will help. */
const patience = 4

/** How many of the last answers in a phase came to nothing. */
const brokenFor = (turns: readonly ReadonlyTurn[]): number => {
  const answered = turns.filter(({ reply }) => reply !== undefined)
  return answered.length - 1 - answered.findLastIndex(({ reply }) => reply !== '')
}

/**
 * Carries out a turn that is on the log: asks for the reply if there is none, then does what it says. Both are stored as
 * soon as they are there. Gives the fault when the model could not be had or the signal was aborted: the turn stays open.
 */
export const carryOut = async (
  parts: Parts,
  phase: Phase,
  journal: Journal,
  turn: ReadonlyTurn,
  signal: AbortSignal,
): Promise<Fault | undefined> => {
  const tell = tellOf(phase, turn.ask)
  if (!tell) throw new Error(`the phase ${phase.name} has no tell for ${turn.ask}`)
  const commands = commandsNow(tell, journal, parts)
  if (turn.reply === undefined) {
    const fault = await ask(parts, phase, commands, journal, turn, signal)
    if (fault) return fault
  }
  const reply = journal.readText((turn.reply ?? '') as Text)
  const parsed = parseCommand(reply, commands)
  const context: Context = {
    state: journal.state,
    turn,
    effects: createEffects(parts, journal, signal),
    language: journal.state.now.dataset?.language ?? parts.settings.program.language,
  }
  const end = async (command: Command, args: Record<string, unknown>, fallback?: true): Promise<Fault | undefined> => {
    const { events = [], result, ok = true } = await command.run(args, context)
    if (signal.aborted) return cancelled
    const said = fallback ? `Neither answer could be used, so the lab chose ${command.name}. ${result}` : result
    journal.append(...events, { type: 'turn-end', id: turn.id, command: command.name, ok, result: said, ...(fallback ? { fallback } : {}) })
    return undefined
  }
  if ('command' in parsed) return end(parsed.command, parsed.args)
  if (turn.repairs === undefined) {
    journal.append({ type: 'turn-end', id: turn.id, ok: false, result: parsed.problem })
    return undefined
  }
  const instead = tell.fallback?.(journal.state, turn, saidIn(reply))
  const command = commands.find(({ name }) => name === instead?.command)
  const args = command && instead ? command.args.safeParse(instead.args) : undefined
  if (command && args?.success) return end(command, args.data, true)
  journal.append({
    type: 'turn-end',
    id: turn.id,
    ok: false,
    result: `Neither answer could be used, so nothing was done. ${parsed.problem}`,
  })
  return undefined
}
