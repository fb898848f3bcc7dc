extends TestCase
## How often the window is drawn.


func test_a_processor_that_paints_draws_half_as_often_as_a_graphics_card() -> void:
	for name: String in ["llvmpipe (LLVM 21.1.8, 256 bits)", "Google SwiftShader", "softpipe"]:
		check_eq(FrameRate.of(name), 30, name)
	for name: String in ["NVIDIA GeForce RTX 3060/PCIe/SSE2", "Mesa Intel(R) UHD Graphics 620", ""]:
		check_eq(FrameRate.of(name), 60, name)
