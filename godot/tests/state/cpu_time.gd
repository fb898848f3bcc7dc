class_name CpuTime
extends RefCounted
## How long this thread was really at work: on a busy machine the clock on the wall tells of others.


## Milliseconds so far; by the clock where the system does not tell.
static func milliseconds() -> float:
	var file := FileAccess.open("/proc/thread-self/schedstat", FileAccess.READ)
	if file == null:
		return Time.get_ticks_usec() / 1000.0
	return file.get_line().get_slice(" ", 0).to_float() / 1e6
