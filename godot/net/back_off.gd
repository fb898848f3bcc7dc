class_name BackOff
extends RefCounted
## How long to wait before the next try: a quarter of a second, doubled up to four, and spread over many viewers.

const FIRST := 0.25
const LONGEST := 4.0
## A wait is as long as it says, or shorter by up to this part of it.
const SPREAD := 0.25

## Tries in vain so far.
var tries: int = 0
## Seconds to the next one.
var left: float = 0.0


## Seconds before try number `number`, counted from 0; `chance` is from 0 to 1.
static func seconds(number: int, chance: float) -> float:
	var whole := minf(LONGEST, FIRST * pow(2.0, mini(number, 16)))
	return maxf(FIRST, whole * (1.0 - SPREAD * clampf(chance, 0.0, 1.0)))


## A try was in vain.
func begin(chance: float) -> void:
	left = seconds(tries, chance)
	tries += 1


func pass_by(delta: float) -> void:
	left = maxf(0.0, left - delta)


func reset() -> void:
	tries = 0
	left = 0.0
