class_name TextRects
extends RefCounted
## Looks at every text that is on the screen: none is cut off where it does not say so by an ellipsis, none lies over
## another one of the same parent, none sticks out of the window.

## Lengths are in pixels of the window; text servers round.
const SLACK := 1.5


## What is wrong with the texts under a node, as lines for people.
static func problems(under: Node, window: Vector2) -> PackedStringArray:
	var found: PackedStringArray = []
	var texts := texts_under(under)
	for text: Control in texts:
		var why := cut(text)
		if why.is_empty() and not _scrolled(text) and not _inside(text.get_global_rect(), window):
			why = "outside of the window"
		if not why.is_empty():
			found.append("%s: “%s” %s" % [text.get_class(), words(text).left(40), why])
	for i: int in texts.size():
		for j: int in range(i + 1, texts.size()):
			if _overlap(texts[i], texts[j]):
				found.append("“%s” lies over “%s”" % [words(texts[i]).left(40), words(texts[j]).left(40)])
	return found


static func texts_under(under: Node) -> Array[Control]:
	var found: Array[Control] = []
	for child: Node in under.get_children():
		var control := child as Control
		if control != null and not control.visible:
			continue
		if control != null and not words(control).strip_edges().is_empty():
			found.append(control)
		found.append_array(texts_under(child))
	return found


static func words(control: Control) -> String:
	if control is Label:
		return (control as Label).text
	if control is RichTextLabel:
		return (control as RichTextLabel).get_parsed_text()
	if control is Button:
		return (control as Button).text
	return ""


## Why a text cannot be read whole; empty when it can, or when its ellipsis and its tooltip say so.
static func cut(text: Control) -> String:
	var need := text.get_combined_minimum_size()
	if text.size.x + SLACK < need.x or text.size.y + SLACK < need.y:
		return "has %s and needs %s" % [text.size, need]
	var label := text as Label
	if label != null:
		if label.text_overrun_behavior != TextServer.OVERRUN_NO_TRIMMING:
			return "" if not label.tooltip_text.is_empty() or _fits(label) else "ends in an ellipsis without a tooltip"
		if label.get_visible_line_count() < label.get_line_count():
			return "shows %d of %d lines" % [label.get_visible_line_count(), label.get_line_count()]
	var button := text as Button
	if button != null and button.clip_text and not _holds(button):
		return "is clipped"
	var rich := text as RichTextLabel
	if rich != null and rich.get_content_height() > rich.size.y + SLACK and not rich.scroll_active:
		return "is cut below"
	return ""


static func _fits(label: Label) -> bool:
	var font := label.get_theme_font(&"font")
	var wide := (
		font.get_string_size(label.text, HORIZONTAL_ALIGNMENT_LEFT, -1, label.get_theme_font_size(&"font_size")).x
	)
	return wide <= label.size.x + SLACK


static func _holds(button: Button) -> bool:
	var font := button.get_theme_font(&"font")
	var wide := font.get_string_size(
		button.text, HORIZONTAL_ALIGNMENT_LEFT, -1, button.get_theme_font_size(&"font_size")
	)
	return wide.x <= button.size.x + SLACK


static func _inside(rect: Rect2, window: Vector2) -> bool:
	return Rect2(Vector2.ZERO, window).grow(SLACK).encloses(rect)


static func _overlap(one: Control, other: Control) -> bool:
	if one.is_ancestor_of(other) or other.is_ancestor_of(one) or _layer(one) != _layer(other):
		return false
	if _scrolled(one) != _scrolled(other):
		return false
	var both := one.get_global_rect().grow(-SLACK).intersection(other.get_global_rect().grow(-SLACK))
	return both.has_area() and both.size.x > 1.0 and both.size.y > 1.0


## Inside a part that can be scrolled, what lies outside of it is merely not in sight now.
static func _scrolled(control: Control) -> ScrollContainer:
	var above := control.get_parent()
	while above != null:
		if above is ScrollContainer:
			return above as ScrollContainer
		above = above.get_parent()
	return null


## Sheets, toasts and the drawer may lie over what is behind them.
static func _layer(control: Control) -> Node:
	var above: Node = control
	while (
		above != null
		and not (above is Sheet or above is Drawer or above is Toasts or above is TimelineBar or above is TopBar)
	):
		above = above.get_parent()
	return above
