class_name PaperFold
extends RefCounted
## What entries about the literature change.

static var effects: Dictionary[String, Callable] = {
	"search-end": _searched,
	"paper-read": _read,
	"paper-add": _added,
}


static func _searched(next: Dictionary, data: Dictionary, entry: LabEvent) -> void:
	var searches: Array = next.searches
	var search := {
		"seq": entry.seq,
		"turn": Fields.text(data, "turn"),
		"query": Fields.text(data, "query"),
		"source": Fields.text(data, "source"),
		"status": Fields.text(data, "status"),
		"count": Fields.length(data, "papers"),
	}
	next.searches = Lists.appended(searches, search, Bounds.SEARCHES)
	var papers: Array = next.papers
	var fresh := _new_papers(papers, data, entry)
	if not fresh.is_empty():
		next.papers = _bounded(papers + fresh)


static func _read(next: Dictionary, data: Dictionary, entry: LabEvent) -> void:
	_change(
		next,
		Fields.id(data, "id"),
		entry,
		func(paper: Dictionary) -> Dictionary:
			var status := "added" if paper.status == "added" else "read"
			var since: Variant = entry.seq if paper.readSeq == null else paper.readSeq
			return {"status": status, "readSeq": since}
	)


static func _added(next: Dictionary, data: Dictionary, entry: LabEvent) -> void:
	var added := {"status": "added", "note": Fields.text(data, "note"), "addedSeq": entry.seq}
	_change(next, Fields.id(data, "id"), entry, func(_known: Dictionary) -> Dictionary: return added)


## Changes a paper. One that no entry told of, because that entry came cut, is known by its id alone.
static func _change(next: Dictionary, id: String, entry: LabEvent, changes: Callable) -> void:
	if id.is_empty():
		return
	var papers: Array = next.papers
	var place := Lists.first(papers, "id", id)
	var paper: Dictionary = papers[place] if place >= 0 else _paper(id, {}, entry)
	var fields: Dictionary = changes.call(paper)
	var changed := Lists.with(paper, fields)
	next.papers = Lists.appended(papers, changed) if place < 0 else Lists.replaced(papers, place, changed)


## Those of a search that are new, each once and as it was first told of.
static func _new_papers(known: Array, data: Dictionary, entry: LabEvent) -> Array:
	var fresh := {}
	for hit: Dictionary in Fields.objects(data, "papers"):
		var id := Fields.id(hit, "id")
		if not id.is_empty() and not fresh.has(id):
			fresh[id] = _paper(id, hit, entry)
	for paper: Dictionary in known:
		fresh.erase(paper.id)
	return fresh.values()


## Without the oldest of those that were only found, when there are too many of them.
static func _bounded(papers: Array) -> Array:
	if papers.size() <= Bounds.FOUND:
		return papers
	var only_found := func(paper: Dictionary) -> bool: return paper.status == "found"
	var more: Array[int] = [papers.filter(only_found).size() - Bounds.FOUND]
	var stays := func(paper: Dictionary) -> bool:
		if paper.status != "found" or more[0] <= 0:
			return true
		more[0] -= 1
		return false
	return papers.filter(stays)


static func _paper(id: String, hit: Dictionary, entry: LabEvent) -> Dictionary:
	var title := Fields.text(hit, "title")
	return {
		"id": id,
		"title": id if title.is_empty() else title,
		"authors": Array(Fields.texts(hit, "authors")),
		"year": Fields.number_or_null(hit, "year"),
		"url": Fields.text_or_null(hit, "url"),
		"source": Fields.text(hit, "source"),
		"status": "found",
		"note": "",
		"foundSeq": entry.seq,
		"readSeq": null,
		"addedSeq": null,
	}
