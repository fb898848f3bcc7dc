"""Follows a run over gal.v1 and prints each entry of its log, also across lost connections.

    pip install websockets
    python examples/watch.py [run] [--after 0] [--url ws://localhost:8765] [--token ...]

Without a run it takes the latest. Ends with the run.
Exit status: 0 the run ended, 1 it cannot be followed.
"""

import argparse
import asyncio
import json
import random
import sys

try:
    import websockets
except ImportError:
    sys.exit("watch.py needs a package: pip install websockets")


def say(line):
    """A line at once, also into a pipe."""
    print(line, flush=True)


class Refused(Exception):
    """The server will not do it, now or later."""


class Again(Exception):
    """It may work on the next connection."""


def take(frame, place):
    """Takes one frame of the server. True when the run has ended. Frames that it does not know are ignored, as gal.v1 asks."""
    kind = frame["type"]
    if kind == "result" and not frame["ok"]:
        error = frame["error"]
        raise (Again if error["retryable"] else Refused)(f"{frame['id']} was refused: {error['message']}")
    if kind == "result" and frame["id"] == "subscribe":
        place["run"] = frame["result"]["run"]
    if kind == "snapshot" and frame["part"] == frame["parts"]:
        place["after"] = frame["seq"]
        say(f"too much was missed: the run stands at entry {frame['seq']}")
    if kind == "caught-up":
        say(f"all {frame['seq']} entries so far; now live")
    if kind != "event" or frame["seq"] <= place["after"]:
        return False
    if frame["seq"] != place["after"] + 1:
        raise Again("an entry is missing")
    place["after"] = frame["seq"]
    event = frame["event"]
    # Entries hold what models wrote: as JSON in ASCII nothing of it reaches the terminal as a control.
    say(f"{frame['seq']:5} {event['type']} {json.dumps(event)[:120]}")
    return event["type"] == "run-end"


async def connection(url, token, place):
    """One connection. True when the run has ended, False when it broke and is worth another try."""
    async with websockets.connect(url, subprotocols=["gal.v1"]) as socket:
        hello = {"type": "hello", "id": "hello", "client": "watch.py"}
        await socket.send(json.dumps(hello if token is None else {**hello, "token": token}))
        await socket.send(json.dumps({"type": "subscribe", "id": "subscribe", **place}))
        async for message in socket:
            if take(json.loads(message), place):
                return True
    return False


def is_final(error):
    """44xx and the like: something has to change first. 43xx, 1001 and broken connections: come back."""
    code = error.rcvd.code if error.rcvd else 1006
    return not (code in (1001, 1006) or 4300 <= code < 4400)


async def follow(url, token, place):
    tries = 0
    while True:
        before = place["after"]
        try:
            if await connection(url, token, place):
                return 0
        except websockets.exceptions.ConnectionClosed as error:
            if is_final(error):
                raise Refused(str(error)) from error
        except (OSError, Again) as error:
            say(f"again: {error}")
        tries = 0 if place["after"] > before else tries + 1
        await asyncio.sleep(min(10, 0.25 * 2**tries) * random.uniform(0.5, 1))


def main():
    parser = argparse.ArgumentParser(description="Follows a run of gal.")
    parser.add_argument("run", nargs="?", default="latest")
    parser.add_argument("--after", type=int, default=0, help="the last entry that is known")
    parser.add_argument("--url", default="ws://localhost:8765")
    parser.add_argument("--token")
    given = parser.parse_args()
    try:
        return asyncio.run(follow(given.url, given.token, {"run": given.run, "after": given.after}))
    except (Refused, websockets.exceptions.WebSocketException) as error:
        say(error)
        return 1


if __name__ == "__main__":
    sys.exit(main())
