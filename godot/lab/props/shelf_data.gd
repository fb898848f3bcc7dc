class_name ShelfData
extends RefCounted
## The papers on the shelf: those that were read or added, in the order in which they came there.

## Spines that the shelf has room for; of more, the newest stand there.
const ROOM := 84


static func of(state: Dictionary) -> Dictionary:
	var books: Array[Dictionary] = []
	for paper: Dictionary in Fields.objects(state, "papers"):
		var came := maxi(Fields.whole(paper, "readSeq"), Fields.whole(paper, "addedSeq"))
		if came > 0:
			var first := Fields.whole(paper, "readSeq") if Fields.has(paper, "readSeq") else came
			(
				books
				. append(
					{
						"id": Fields.text(paper, "id"),
						"added": Fields.text(paper, "status") == "added",
						"came": first,
						"touched": came,
					}
				)
			)
	books.sort_custom(_earlier)
	var newest := ""
	var latest := 0
	for book: Dictionary in books:
		if Fields.whole(book, "touched") > latest:
			latest = Fields.whole(book, "touched")
			newest = Fields.text(book, "id")
	return {"books": books.slice(maxi(0, books.size() - ROOM)), "newest": newest}


static func added(state: Dictionary) -> int:
	var count := 0
	for paper: Dictionary in Fields.objects(state, "papers"):
		count += int(Fields.text(paper, "status") == "added")
	return count


static func _earlier(a: Dictionary, b: Dictionary) -> bool:
	return Fields.whole(a, "came") < Fields.whole(b, "came")
