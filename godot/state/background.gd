class_name Background
extends RefCounted
## Does one piece of work after another beside the main thread. What each gives is told on the main thread.

var _waiting: Array[Array] = []
var _task: int = -1


## `work` must touch nothing that anything else changes. `done` is called with what it gave, in a later frame.
func add(work: Callable, done: Callable) -> void:
	_waiting.append([work, done])
	_begin()


func _begin() -> void:
	if _task >= 0 or _waiting.is_empty():
		return
	var next: Array = _waiting.pop_front()
	var work: Callable = next[0]
	var done: Callable = next[1]
	_task = WorkerThreadPool.add_task(Background._run.bind(work, done, weakref(self)))


static func _run(work: Callable, done: Callable, teller: WeakRef) -> void:
	Background._tell.call_deferred(work.call(), done, teller)


## Nobody is told once nobody waits any more.
static func _tell(result: Variant, done: Callable, teller: WeakRef) -> void:
	var background: Background = teller.get_ref()
	if background != null:
		background._finish(result, done)


func _finish(result: Variant, done: Callable) -> void:
	WorkerThreadPool.wait_for_task_completion(_task)
	_task = -1
	done.call(result)
	_begin()


func _notification(what: int) -> void:
	if what == NOTIFICATION_PREDELETE and _task >= 0:
		WorkerThreadPool.wait_for_task_completion(_task)
