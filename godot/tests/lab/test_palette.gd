extends TestCase
## Colours and the panels' theme.


func test_every_role_of_the_wire_has_a_colour_of_its_own_in_both_palettes() -> void:
	for safe: bool in [false, true]:
		Palette.safe_colours = safe
		var seen: Array[Color] = []
		for role: String in Wire.ROLES:
			var tone := Palette.role_colour(role)
			check(tone != Palette.INK, "%s has no colour" % role)
			check(not seen.has(tone), "%s has the colour of another" % role)
			seen.append(tone)
	Palette.safe_colours = false


func test_the_safe_palette_changes_what_red_and_green_mean() -> void:
	var green := Palette.good()
	var red := Palette.bad()
	Palette.safe_colours = true
	check(not Palette.good().is_equal_approx(green) and not Palette.bad().is_equal_approx(red))
	Palette.safe_colours = false


func test_text_of_the_theme_grows_with_the_font_scale() -> void:
	check_eq(LabTheme.build(1.0).default_font_size, Palette.TEXT)
	check_eq(LabTheme.build(1.6).default_font_size, roundi(Palette.TEXT * 1.6))
	check_eq(LabTheme.build(1.6).get_font_size("font_size", "Small"), roundi(Palette.TEXT_SMALL * 1.6))


func test_what_has_the_keyboard_is_ringed_on_every_kind_of_control() -> void:
	var theme := LabTheme.build()
	for type: StringName in [&"Button", &"Accent", &"Chip", &"LineEdit", &"TextEdit", &"CheckBox", &"ItemList"]:
		var ring := theme.get_stylebox("focus", type) as StyleBoxFlat
		check(ring != null and ring.border_width_left >= Palette.RING, "no ring on %s" % type)


func test_figures_wear_the_coats_of_the_table_that_all_viewers_share() -> void:
	for role: String in Wire.ROLE_MARKS:
		check_eq(Palette.role_colour(role), Color(Fields.text(Wire.ROLE_MARKS[role], "coat")), role)
		check_eq(Palette.role_mark(role), Color(Fields.text(Wire.ROLE_MARKS[role], "light")), role)
