import { headingFor, renderIfThere, renderPrompt, slotsOf } from '../agents/prompt.ts'
import { conversation } from '../agents/request.ts'
import { joinAsk } from '../core/ask.ts'
import { conversationOf } from '../core/conversation-of.ts'
import type { LabEvent } from '../core/events/index.ts'
import type { Kind } from '../core/kinds.ts'
import type { RoleName } from '../core/names.ts'
import type { ReadonlyTurn } from '../core/state.ts'
import type { Text } from '../core/text.ts'
import { turnId } from '../core/turn-id.ts'
import { type Ask, type Phase, tellOf } from '../phases/phase.ts'
import { notesFor, renderBrief, seatedWith } from './brief.ts'
import { type Reserve, type Spent, spentBudget } from './budget.ts'
import { tokensOf } from './condense.ts'
import { fitSlots } from './fit-told.ts'
import type { Journal } from './journal.ts'
import { findLoop } from './loop-guard.ts'
import { isNearEnd } from './near-end.ts'
import { offeredNow } from './offered-now.ts'
import type { Parts } from './parts.ts'
import { viewOf } from './room.ts'
import { unseenPapers } from './unseen.ts'

/** What is said in a turn that the lab starts: a phase's own ask, or the repair of a malformed answer. */
type Opening = { role: RoleName; seat: number; ask: string; words: string; cut: readonly string[]; repairs?: string }

const opened = (parts: Parts, phase: Phase, kind: Kind, { tell: name, about, seat = 0, slots }: Ask): Opening => {
  const tell = tellOf(phase, name)
  if (!tell) throw new Error(`the phase ${phase.name} has no tell ${name}`)
  const prompt = parts.prompts.phases[phase.name]
  const heading = headingFor(prompt, name, kind)
  const said = slotsOf(prompt.sections[heading] ?? '')
  const used = Object.fromEntries(Object.entries(slots).filter(([slot]) => said.includes(slot)))
  const fitted = fitSlots(used, viewOf(parts.model(tell.role, phase.name), parts.settings).told)
  return {
    role: tell.role,
    seat,
    ask: joinAsk(name, about),
    words: renderPrompt(prompt, heading, fitted.slots),
    cut: fitted.cut,
  }
}

const repaired = (parts: Parts, { id, role, seat, ask }: ReadonlyTurn): Opening => {
  // The problem itself is told as the result of the malformed turn, right before these words.
  return { role, seat, ask, words: renderPrompt(parts.prompts.turn, 'repair', { problem: '' }).replaceAll('  ', ' '), cut: [], repairs: id }
}

/** Malformed turns that nobody has repaired yet. */
export const malformedTurns = ({ state: { phase } }: Journal): ReadonlyTurn[] => {
  const turns = phase?.turns ?? []
  const mended = new Set(turns.map(({ repairs }) => repairs))
  return turns.filter(({ id, end, repairs }) => end && end.command === undefined && repairs === undefined && !mended.has(id))
}

/** The lines that the lab adds to what is said: news from people, how far the phase is, what it may still cost, a nudge. */
const addLines = (parts: Parts, phase: Phase, journal: Journal, { role, seat }: Opening, news: readonly string[]): string[] => {
  const { turn: words } = parts.prompts
  const { state } = journal
  const { steps } = parts.settings.phases[phase.name]
  const step = (state.phase?.turns.length ?? 0) + 1
  const loop = findLoop(state)
  const { tokens, calls } = parts.settings.budget
  const used = state.spent.input + state.spent.output
  const near = [
    ...(tokens !== undefined && used > tokens / 2 ? [{ spent: `${used}`, budget: `${tokens} tokens` }] : []),
    ...(calls !== undefined && state.spent.calls > calls / 2 ? [{ spent: `${state.spent.calls}`, budget: `${calls} calls` }] : []),
  ]
  return [
    ...(news.length ? [renderPrompt(words, 'notes', { notes: news.map((note) => `- ${note}`).join('\n') })] : []),
    renderPrompt(words, 'steps', { step: String(step), steps: String(steps) }),
    ...(isNearEnd(state, parts.settings) ? [renderPrompt(words, 'finish-soon', {})] : []),
    ...near.map((slots) => renderPrompt(words, 'budget', slots)),
    ...(loop && loop.role === role && loop.seat === seat
      ? [renderPrompt(words, 'loop', { command: loop.command, times: String(loop.times) })]
      : []),
  ]
}

/** The line that names what can be chosen and was not shown; none in prompts of one's own that lack the words. */
const choiceLines = (parts: Parts, phase: Phase, journal: Journal, { role, seat, ask, repairs }: Opening): string[] => {
  const tell = tellOf(phase, ask)
  const { turn: words } = parts.prompts
  if (!tell || repairs !== undefined) return []
  const last = turnsBefore(journal, role, seat).at(-1)
  const papers = unseenPapers(offeredNow(tell, ask, journal, parts), journal.state, last, journal.readText)
  return papers.length ? renderIfThere(words, 'choices', { papers: papers.join('\n') }) : []
}

/** The line that says for whom to answer, and with what, where several share a conversation. */
const speakerLines = (parts: Parts, phase: Phase, journal: Journal, { role, ask }: Opening): string[] => {
  const tell = tellOf(phase, ask)
  if (!tell || seatedWith(phase, role).length < 2) return []
  const commands = offeredNow(tell, ask, journal, parts).map(({ command }) => command.name)
  return renderIfThere(parts.prompts.turn, 'speaker', { role, commands: commands.join(', ') })
}

/** The events that start a batch of turns, or why its worst case does not fit a budget any more. */
export const startTurns = (
  parts: Parts,
  phase: Phase,
  journal: Journal,
  asks: readonly Ask[] | readonly ReadonlyTurn[],
): LabEvent[] | Spent => {
  const { state, readText } = journal
  const at = state.phase
  if (!at) throw new Error('no phase is at work')
  const openings = asks.map((ask) => ('tell' in ask ? opened(parts, phase, state.kind, ask) : repaired(parts, ask)))
  const notes = notesFor(state, phase.name).map(({ text }) => text)
  const briefed = new Set<RoleName>()
  const reserve: Reserve = { calls: 0, tokens: 0, money: 0 }
  const events = openings.flatMap((opening, place): LabEvent[] => {
    const { role, seat, ask, words, cut, repairs } = opening
    const brief = at.briefs[role]
    const seated = seatedWith(phase, role)
    const before = turnsBefore(journal, role, seat)
    const known = before.at(-1)?.notes ?? brief?.notes ?? notes.length
    const told = [
      words,
      ...choiceLines(parts, phase, journal, opening),
      ...addLines(parts, phase, journal, opening, notes.slice(known)),
      ...speakerLines(parts, phase, journal, opening),
    ].join('\n\n')
    const briefText = brief
      ? readText(brief.text as Text)
      : renderBrief(parts.prompts, phase, state.kind, seated, parts.settings.language, [
          ...(parts.settings.taskNotes[phase.name] ?? []),
          ...notes,
        ])
    const input =
      tokensOf(briefText) +
      tokensOf(told) +
      before.reduce(
        (sum, turn) => sum + tokensOf(headText(turn.told)) + tokensOf(headText(turn.reply)) + tokensOf(headText(turn.end?.result)),
        0,
      )
    const { maxTokens, price } = parts.settings
    reserve.calls += 1
    reserve.tokens += input + maxTokens
    reserve.money += (input * price.input + maxTokens * price.output) / 1e6
    const table = seated.length > 1 ? { table: [...seated] } : {}
    const first: LabEvent[] =
      brief || briefed.has(role) ? [] : [{ type: 'role-brief', role, text: briefText, notes: notes.length, ...table }]
    for (const one of seated) briefed.add(one)
    const id = turnId(at.name, at.attempt, at.turns.length, place)
    const start: LabEvent = {
      type: 'turn-start',
      id,
      step: at.turns.length,
      role,
      ...(seat ? { seat } : {}),
      ask,
      told,
      ...(notes.length ? { notes: notes.length } : {}),
      ...(repairs === undefined ? {} : { repairs }),
      ...(cut.length ? { cut: [...cut] } : {}),
      reserve: input + maxTokens,
    }
    return [...first, start]
  })
  return spentBudget(state, parts.settings.budget, reserve, parts.now()) ?? events
}

const headText = (text: string | { head: string } | undefined): string =>
  text === undefined ? '' : typeof text === 'string' ? text : text.head

const turnsBefore = ({ state: { phase } }: Journal, role: RoleName, seat: number): readonly ReadonlyTurn[] => {
  const last = phase?.turns.findLast((turn) => conversationOf(phase, turn) === conversationOf(phase, { role, seat }))
  return phase && last ? conversation(phase, last) : []
}
