class_name Main
extends Node
## Wires link, timeline, clock, lab, hud and sounds; every movement on the stage comes from an entry of the log.
