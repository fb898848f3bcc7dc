class_name Words
extends RefCounted
## Everything people read, in en, es and fr. `Words.of("key")` in the chosen language; {slots} are filled from `slots`.

const LANGUAGES: Array[String] = ["en", "es", "fr"]
const TABLES: Dictionary[String, Dictionary] = {
	"en": WordsEn.TABLE,
	"es": WordsEs.TABLE,
	"fr": WordsFr.TABLE,
}

static var language: String = "en"


## The text for a key, of this viewer or of the sentences that both viewers share; the key itself when there is none.
static func of(key: String, slots: Dictionary = {}) -> String:
	return fill(template(key), slots)


static func template(key: String) -> String:
	var own: Variant = TABLES[language].get(key)
	if own is String:
		return own
	var shared: Variant = Sentences.TABLE[language].get(key)
	return shared if shared is String else key


static func has(key: String) -> bool:
	return TABLES[language].has(key) or Sentences.TABLE[language].has(key)


## A word for a name of the log; the name itself when it is a new one.
static func named(table: String, name: Variant) -> String:
	var key := Loose.beginning(name)
	var text := template("%s.%s" % [table, key])
	return key if text == "%s.%s" % [table, key] else text


## Takes the words for one or for several: `key.one` when the count is 1.
static func counted(key: String, count: int) -> String:
	return of(key + ".one" if count == 1 and has(key + ".one") else key, {"n": Numbers.figure(count)})


## A sentence with its {slots} filled. Values are put in as they are; a slot that nothing was given for stays empty.
static func fill(sentence_text: String, slots: Dictionary) -> String:
	if not sentence_text.contains("{"):
		return sentence_text
	var out := ""
	var pieces := sentence_text.split("{")
	for i: int in pieces.size():
		var close := pieces[i].find("}")
		if i == 0 or close < 0:
			out += pieces[i]
			continue
		out += str(slots.get(pieces[i].left(close), "")) + pieces[i].substr(close + 1)
	return out


## One sentence about an entry, for the log.
static func sentence(event: LabEvent) -> String:
	return Teller.tell(event)


static func role(name: String) -> String:
	return named("roles", name)


## The role and, where several people share it, which of them.
static func person(name: String, seat: int) -> String:
	return role(name) if seat <= 0 else "%s %d" % [role(name), seat + 1]


static func phase(name: String) -> String:
	return named("phases", name)


## The place in the house where a phase happens.
static func room(phase_name: String) -> String:
	return named("room", phase_name)


## A run's status or outcome.
static func outcome(name: String) -> String:
	return named("outcomes", name)


static func section(name: String) -> String:
	return named("sections", name)


## What somebody is asked for, in people's words: of "section:abstract" the section and its name.
static func ask(name: String) -> String:
	var what := named("asks", name.get_slice(":", 0))
	var about := name.get_slice(":", 1) if name.contains(":") else ""
	return "%s (%s)" % [what, section(about)] if has("sections." + about) else what
