class_name FrameRate
extends RefCounted
## How many frames a second are drawn at most. People in the house are drawn anew 24 times a second at most; what is
## more than that makes lamps, walks of a fast replay and the camera smooth.

const SMOOTH := 60
## Where the processor itself paints: the rest of the machine has work to do, too.
const PAINTED := 30
## What drivers without a graphics card are called, in their adapter's name.
const PAINTERS: Array[String] = ["llvmpipe", "softpipe", "swiftshader", "basic render"]


static func of(adapter: String) -> int:
	for name: String in PAINTERS:
		if adapter.containsn(name):
			return PAINTED
	return SMOOTH


## Frames in which nothing has changed are not drawn at all: see low_processor_mode in the project.
static func choose() -> void:
	Engine.max_fps = of(RenderingServer.get_video_adapter_name())
