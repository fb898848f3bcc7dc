class_name Subscription
extends RefCounted
## Asks the server for the run that is followed: at once when it is chosen or the connection stands, and again, with
## patience, where something is missing.

var link: LabLink
var renewal := Renewal.new()


static func create(a_link: LabLink) -> Subscription:
	var made := Subscription.new()
	made.link = a_link
	made.renewal.due.connect(made.ask)
	made.renewal.in_vain.connect(made._tell_in_vain)
	return made


func follow(run: String, after: int) -> void:
	var again := link.following != null and link.following.run == run
	if link.state == LabLink.State.OPEN and link.following and not again:
		link.post("unsubscribe", {"run": link.following.run})
	var following := Following.create(run, after)
	following.event_came.connect(_note_progress.unbind(1))
	following.snapshot_came.connect(_note_progress.unbind(1))
	following.missed.connect(renewal.want)
	link.listen_to(following)
	if again:
		renewal.want()
	else:
		renewal.forget_wait()
		ask()


func ask() -> void:
	if link.state != LabLink.State.OPEN or link.old_server or link.following == null:
		return
	var asked := link.following
	var command := link.post("subscribe", {"run": asked.run, "after": asked.last, "cut": LabLink.CUT})
	command.done.connect(func(answer: Dictionary) -> void: _answered(asked, answer))


func _answered(asked: Following, answer: Dictionary) -> void:
	if asked != link.following:
		return
	if answer.ok:
		var result := Fields.object(answer, "result")
		asked.begin(Fields.text(result, "run", asked.run))
		link.followed.emit(asked.run, asked.last)
		return
	var error := Fields.object(answer, "error")
	if Fields.text(error, "code") != "offline":
		link.said.emit(
			LinkTalk.plain(Words.of("link.not-followed", {"run": asked.run, "error": Fields.text(error, "message")}))
		)
		link.not_followed.emit(asked.run, error)


func _note_progress() -> void:
	if renewal.note(link.following.run, link.following.last):
		link.progress()


## The server answers, and the answers bring nothing new.
func _tell_in_vain() -> void:
	var at := link.following.last
	link.explain(Words.of("link.hole" if at > 0 else "link.nothing-new", {"n": at, "run": link.following.run}))
