import { mostReviews, type ViewerState } from './viewer-state.ts'

/** The state with its newest reviews: each is a whole form, and a run that goes back again and again has hundreds. */
export const keepingReviews = (state: ViewerState): ViewerState => {
  const { reviews, reviewsLeftOut = 0 } = state
  const more = reviews.length - mostReviews
  return more > 0 ? { ...state, reviews: reviews.slice(more), reviewsLeftOut: reviewsLeftOut + more } : state
}
