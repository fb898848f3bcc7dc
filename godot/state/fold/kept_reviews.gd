class_name KeptReviews
extends RefCounted
## The newest reviews: each is a whole form, and a run that goes back again and again has hundreds.


static func keep(next: Dictionary) -> void:
	var reviews: Array = next.reviews
	var more := reviews.size() - Bounds.REVIEWS
	if more <= 0:
		return
	next.reviews = reviews.slice(more)
	next.reviewsLeftOut = Fields.whole(next, "reviewsLeftOut") + more
