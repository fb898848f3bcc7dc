class_name Numbers
extends RefCounted
## Numbers, times and lengths as each language writes them.

## What is larger is no count that anybody reads.
const MOST := 1e15
const POINT: Dictionary[String, String] = {"en": ".", "es": ",", "fr": ","}
## Between thousands.
const GAP: Dictionary[String, String] = {"en": ",", "es": ".", "fr": "\u202f"}
const SHORT: Dictionary[int, String] = {1_000_000_000: "G", 1_000_000: "M", 1_000: "k"}


## With at most `digits` decimals.
static func figure(value: float, digits: int = 0) -> String:
	var text := fixed(value, digits)
	if digits > 0:
		text = text.rstrip("0").trim_suffix(POINT[Words.language])
	return text


## With exactly so many decimals.
static func fixed(value: float, digits: int) -> String:
	if not is_finite(value) or absf(value) > MOST:
		return "∞" if value > 0.0 else "-∞"
	# Halves go up, as in the web viewer.
	var tens := pow(10.0, digits)
	var plain := ("%." + str(digits) + "f") % (floorf(absf(value) * tens + 0.5) / tens)
	var parts := plain.split(".")
	var whole := parts[0]
	var grouped := ""
	# Four digits stand together in Spanish.
	var least := 5 if Words.language == "es" else 4
	if whole.length() >= least:
		while whole.length() > 3:
			grouped = GAP[Words.language] + whole.right(3) + grouped
			whole = whole.left(-3)
	var sign := "-" if value < 0.0 and float(plain) > 0.0 else ""
	return sign + whole + grouped + (POINT[Words.language] + parts[1] if digits > 0 else "")


## Long counts in short: 1.21 M.
static func short(value: float) -> String:
	for step: int in SHORT:
		if absf(value) >= step:
			var scaled := value / step
			var digits := 0 if scaled >= 100.0 else (1 if scaled >= 10.0 else 2)
			return "%s %s" % [figure(scaled, digits), SHORT[step]]
	return figure(value)


## In the currency of models.price, which the viewer does not know: the number alone.
static func money(value: float) -> String:
	return fixed(value, 4 if value > 0.0 and value < 0.01 else 2)


## Seconds as people read a clock: 0:48, 41:18, 1:15:00.
static func clock(seconds: float) -> String:
	var all := maxi(0, floori(seconds))
	if all >= 3600:
		return "%d:%02d:%02d" % [all / 3600, all / 60 % 60, all % 60]
	return "%d:%02d" % [all / 60, all % 60]


## The time of day of an ISO time, where the viewer is: 11:02:33.
static func time_of_day(at: String) -> String:
	var unix := IsoTime.milliseconds(at)
	return Time.get_time_string_from_unix_time(unix / 1000 + _bias()) if unix != IsoTime.NONE else ""


## How long ago, seen from now: 5 min, 3 h, 2 d.
static func age(at: String) -> String:
	var unix := IsoTime.milliseconds(at)
	if unix == IsoTime.NONE:
		return ""
	var seconds := Time.get_unix_time_from_system() - unix / 1000.0
	if seconds < 60.0:
		return Words.of("age.now")
	if seconds < 3600.0:
		return Words.of("age.minutes", {"n": floori(seconds / 60.0)})
	if seconds < 86400.0:
		return Words.of("age.hours", {"n": floori(seconds / 3600.0)})
	return Words.of("age.days", {"n": floori(seconds / 86400.0)})


static func _bias() -> int:
	var bias: Variant = Time.get_time_zone_from_system().get("bias")
	return roundi(Loose.number(bias)) * 60
