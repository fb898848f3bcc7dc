class_name Settings
extends RefCounted
## What the person chose, kept in user://settings.cfg. One object is handed to all views.

@warning_ignore("unused_signal")
signal changed

## en, es or fr.
var language: String = "en"
## 1.0 to 1.6
var font_scale: float = 1.0
var reduced_motion: bool = false
var sound: bool = true
## A palette that colour-blind people can tell apart.
var safe_colours: bool = false
