import type { Command, Context } from '../agents/command.ts'
import type { Offered } from '../agents/offer.ts'
import { checkArgs, parseCommand, saidIn } from '../agents/parse.ts'
import { messagesFor } from '../agents/request.ts'
import { shortened, turnSchema } from '../agents/turn-schema.ts'
import { conversationOf } from '../core/conversation-of.ts'
import { createFault, type Fault } from '../core/fault.ts'
import type { ReadonlyTurn } from '../core/state.ts'
import type { Text } from '../core/text.ts'
import { type Phase, tellOf } from '../phases/phase.ts'
import { tokensOf } from './condense.ts'
import { createEffects } from './effects.ts'
import { factsFor } from './facts.ts'
import { fitText } from './fit-text.ts'
import type { Journal } from './journal.ts'
import { offeredNow } from './offered-now.ts'
import { isTerse, type Parts, roomFor } from './parts.ts'
import { viewOf } from './room.ts'
import { silentCut } from './silent-cut.ts'

const cancelled = createFault('cancelled', 'the run was paused, stopped or out of time')

/** Whether a turn repairs an answer that came to nothing: most often because it did not end. */
const wasCutOff = (turns: readonly ReadonlyTurn[], { repairs }: ReadonlyTurn): boolean =>
  repairs !== undefined && turns.some(({ id, reply }) => id === repairs && reply === '')

/** Asks the model of a turn, and puts its answer on the log. Gives the fault when there was none to be had. */
const ask = async (
  parts: Parts,
  phase: Phase,
  offered: readonly Offered[],
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
    conversation: `${phase.name}/${conversationOf(state.phase, turn)}`,
    messages: messagesFor(state.phase, turn, readText),
    schema: wasCutOff(state.phase.turns, turn) || isTerse(model) ? shortened(turnSchema(offered)) : turnSchema(offered),
    facts: factsFor(state, turn, offered, wanted, readText),
    temperature: parts.settings.temperature,
    maxTokens: roomFor(model, parts.settings),
  }
  const answer = await model.generate(request, signal, (text) => parts.signal({ key: 'delta', turn: turn.id, role: turn.role, text }))
  if (signal.aborted) return cancelled
  if ('reply' in answer) {
    const { reply } = answer
    const cut = silentCut(model, request.messages, reply)
    if (cut) journal.append({ type: 'turn-fault', id: turn.id, fault: cut })
    const { text, usage, model: name, held } = reply
    journal.append({ type: 'turn-reply', id: turn.id, text, usage, model: name, ...(held ? { held } : {}) })
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
  // Chosen once, for the schema and for the check of what comes back: they cannot differ.
  const offered = offeredNow(tell, turn.ask, journal, parts)
  if (turn.reply === undefined) {
    const fault = await ask(parts, phase, offered, journal, turn, signal)
    if (fault) return fault
  }
  const reply = journal.readText((turn.reply ?? '') as Text)
  const parsed = parseCommand(reply, offered)
  const context: Context = {
    state: journal.state,
    turn,
    effects: createEffects(parts, journal, signal),
    language: journal.state.now.dataset?.language ?? parts.settings.program.language,
  }
  const end = async (command: Command, args: Record<string, unknown>, fallback?: true): Promise<Fault | undefined> => {
    const { events = [], result, ok = true } = await command.run(args, context)
    if (signal.aborted) return cancelled
    const { text } = fitText(result, viewOf(parts.model(turn.role, phase.name), parts.settings).result)
    const said = fallback ? `Neither answer could be used, so the lab chose ${command.name}. ${text}` : text
    journal.append(...events, { type: 'turn-end', id: turn.id, command: command.name, ok, result: said, ...(fallback ? { fallback } : {}) })
    return undefined
  }
  if ('command' in parsed) return end(parsed.command, parsed.args)
  if (turn.repairs === undefined) {
    journal.append({ type: 'turn-end', id: turn.id, ok: false, result: parsed.problem })
    return undefined
  }
  const instead = tell.fallback(journal.state, turn, saidIn(reply), journal.readText)
  const meant = offered.find(({ command }) => command.name === instead.command)
  const checked = meant ? checkArgs(meant, instead.args) : undefined
  if (meant && checked && 'args' in checked) return end(meant.command, checked.args, true)
  journal.append({
    type: 'turn-end',
    id: turn.id,
    ok: false,
    result: `Neither answer could be used, so nothing was done. ${parsed.problem}`,
  })
  return undefined
}
