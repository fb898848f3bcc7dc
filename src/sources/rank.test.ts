import { describe, expect, test } from 'vitest'
import { createRanking, wordsOf } from './rank.ts'

const titled = (title: string, text = '') => ({ title, text })
const titlesFor = (query: string, documents: { title: string; text: string }[], limit = 10) =>
  createRanking(documents)(query, limit).map(({ title }) => title)

describe('ranking', () => {
  test('a word in the title counts more than the same word in the text', () => {
    expect(titlesFor('ridge', [titled('other', 'ridge and lasso'), titled('ridge', 'and lasso also')])).toEqual(['ridge', 'other'])
  })

  test('a rare word decides over a common one', () => {
    const documents = [titled('a', 'common words'), titled('b', 'common words'), titled('c', 'rare words'), titled('d', 'common words')]
    expect(titlesFor('common rare', documents)[0]).toBe('c')
  })

  test('a document that holds no word of the query is left out', () => {
    expect(titlesFor('lasso', [titled('ridge'), titled('lasso')])).toEqual(['lasso'])
  })

  test('equal documents stay in order, and no more are given than asked for', () => {
    const documents = ['one', 'two', 'three'].map((title) => titled(title, 'equal text'))
    expect(titlesFor('equal', documents, 2)).toEqual(['one', 'two'])
  })

  test('an empty collection and an empty query find nothing', () => {
    expect(titlesFor('anything', [])).toEqual([])
    expect(titlesFor('the of and', [titled('the of and')])).toEqual([])
  })

  test.each([
    ['neighbours', 'neighbor'],
    ['regularised', 'regularization'],
    ['smoothing', 'smoothed'],
    ['classes', 'class'],
    ['studies', 'study'],
    ['Müller’s', 'muller'],
    ['variances', 'variance'],
  ])('%s and %s are one word', (one, other) => {
    expect(wordsOf(one)[0]).toBe(wordsOf(other)[0])
  })

  test.each([
    ['bias', 'bi'],
    ['loss', 'lo'],
    ['optimal', 'optimist'],
    ['ridge', 'rid'],
  ])('%s and %s stay two words', (one, other) => {
    expect(wordsOf(one)).not.toEqual(wordsOf(other))
  })
})
