"""Executes an agent and prints what came of it, in the words of the first clients.

    pip install websockets
    python examples/execute_client.py [agent] [--url ws://localhost:8765/?token=...]

Without an agent it takes the demo agent, which needs no model.
Exit status: 0 completed, 1 anything else.
"""

import argparse
import asyncio
import json
import sys

try:
    import websockets
except ImportError:
    sys.exit("execute_client.py needs a package: pip install websockets")

DEMO = "8191feef-546d-46a8-a26f-b92073882f5c"


def tell(data):
    """Prints how an execution ended; gives the exit status."""
    if not data["success"]:
        print(f"failed: {data['error']}")
        return 1
    print(f"completed: {data['execution_count']} actions")
    for item in data["results"]:
        print(f"  {item['function_name']}: {json.dumps(item['result'], ensure_ascii=True)}")
    return 0


async def execute(url, agent):
    async with websockets.connect(url) as socket:
        await socket.send(json.dumps({"type": "execute", "agent_id": agent}))
        async for message in socket:
            answer = json.loads(message)
            data = answer["data"]
            if answer["type"] == "error":
                print(f"error: {data['message']}")
                return 1
            if data["status"] == "completed":
                return tell(data)
            print(f"started: {data['message']}", flush=True)
    print("the connection closed before the end")
    return 1


def main():
    parser = argparse.ArgumentParser(description="Executes an agent of gal.")
    parser.add_argument("agent", nargs="?", default=DEMO)
    parser.add_argument("--url", default="ws://localhost:8765")
    given = parser.parse_args()
    try:
        return asyncio.run(execute(given.url, given.agent))
    except (OSError, websockets.exceptions.WebSocketException) as error:
        print(f"no connection to {given.url}: {error}")
        return 1


if __name__ == "__main__":
    sys.exit(main())
