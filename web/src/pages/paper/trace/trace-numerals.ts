import type { Surroundings } from './agree.ts'
import { type Candidate, factCandidates } from './from-facts.ts'
import { recordCandidates } from './from-record.ts'
import { settingCandidates } from './from-settings.ts'
import { type Numeral, numeralsOf } from './numeral.ts'
import type { Registry } from './registry.ts'
import type { Source, Trace, TraceKind } from './source.ts'
import { sentenceAt, windowAt } from './words-near.ts'

/** Figure 1, Table 2, Section 3: the name of a place. */
const labelBefore = /(?:figures?|tables?|sections?|equations?|eq\.|fig\.|appendix|figuras?|tablas?|secci[óo]n|tableaux?)\s*$/i
const yearBefore = /(?:\b(?:in|of|since|until|by|en|de|du|depuis)\s|\(|,\s)$/i

const kindOf = (source: Source): TraceKind => {
  switch (source.type) {
    case 'fact':
      return source.fact.kind
    case 'count':
      return 'derived'
    case 'score':
      return 'derived'
    case 'top':
    case 'level':
    case 'setting':
      return 'setting'
    case 'paper':
      return source.where === 'year' ? 'year' : 'paper'
  }
}

/** The unit of a range stands behind its end: 9.5 to 14.4 points. */
const rangeEnd = /^\s*(?:to|–|-|…|a|à)\s*[−-]?\d[\d.,]*/

const isYear = (numeral: Numeral, before: string): boolean => /^(?:19|20)\d\d$/.test(numeral.text) && yearBefore.test(before)

/** The same thing may be found in several ways: by its place it is one. */
const keyOf = (source: Source): string => {
  switch (source.type) {
    case 'fact':
      return JSON.stringify([
        source.fact.program,
        source.fact.how,
        source.fact.measure,
        source.fact.split,
        source.fact.arms,
        source.fact.step,
        source.fact.rows[0]?.seed,
        source.fact.value,
      ])
    case 'setting':
      return JSON.stringify([source.setting.place, source.setting.name, source.line, source.at])
    case 'score':
      return JSON.stringify([source.of, source.name, source.seq])
    case 'count':
      return JSON.stringify([source.count.of, source.count.seqs])
    case 'paper':
      return JSON.stringify([source.paper.id, source.where])
    case 'top':
    case 'level':
      return source.type
  }
}

/** Candidates that fit about as well as the best: all of them are told. */
const bestOf = (candidates: readonly Candidate[]): Source[] => {
  const ordered = candidates.toSorted((a, b) => b.score - a.score)
  const best = ordered[0]?.score ?? 0
  const good = ordered.filter(({ score }) => score > best - 1)
  return [...new Map(good.map(({ source }) => [keyOf(source), source])).values()]
}

const traceOne = (numeral: Numeral, text: string, evidence: readonly string[], registry: Registry, head: string): Trace => {
  const before = text.slice(Math.max(0, numeral.start - 40), numeral.start)
  if (labelBefore.test(before)) return { ...numeral, kind: 'label', sources: [] }
  const sentence = sentenceAt(text, numeral.start)
  const [after = ''] = text
    .slice(numeral.end, numeral.end + 48)
    .replace(rangeEnd, '')
    .split(/\d/)
  const around: Surroundings = {
    before,
    after,
    near: windowAt(text, numeral, 60),
    sentence: sentence.text,
    earlier: sentence.start === 0 ? '' : sentenceAt(text, sentence.start - 1).text,
    head,
  }
  const sources = bestOf([
    ...factCandidates(numeral, evidence, registry, around),
    ...recordCandidates(numeral, registry, around, text),
    ...settingCandidates(numeral, registry.settings, text),
  ])
  const [first] = sources
  if (first) return { ...numeral, kind: kindOf(first), sources }
  return { ...numeral, kind: isYear(numeral, before) ? 'year' : 'unchecked', sources: [] }
}

/**
 * Finds the numbers of a text and where each comes from. `evidence` are the ids of turns and programs that the block names;
 * `head` is what heads it: a caption, the heads of a table's columns. The text itself stays as it is: a trace holds places in it.
 */
export const traceNumerals = (text: string, evidence: readonly string[], registry: Registry, head = ''): Trace[] =>
  numeralsOf(text).map((numeral) => traceOne(numeral, text, evidence, registry, head))
