"""Lists and calls the tools of gal with the official Python client; prints what came of it as one line of JSON.

Usage: client.py <mode: auto | legacy> <url>, or client.py <mode> <command> <argument>…
"""

import asyncio
import json
import sys

from mcp import Client, StdioServerParameters

mode, target, *arguments = sys.argv[1:]
server = target if target.startswith("http") else StdioServerParameters(command=target, args=arguments)


async def main() -> None:
    async with Client(server, mode=mode) as client:
        tools = (await client.list_tools()).tools
        prompts = (await client.list_prompts()).prompts
        runs = await client.call_tool("list_runs", {})
        papers = await client.call_tool("search_papers", {"query": "label smoothing", "limit": 2})
        agent = await client.call_tool("execute_agent", {"agent": "professor"})
        refused = await client.call_tool("run_status", {"run": "no-such-run"})
        listed = await client.read_resource("gal://runs")
        print(
            json.dumps(
                {
                    "tools": [tool.name for tool in tools],
                    "prompts": len(prompts),
                    "runs": runs.structured_content,
                    "papers": len(papers.structured_content["papers"]),
                    "agent": agent.structured_content["agent"],
                    "refused": [refused.is_error, refused.content[0].text],
                    "listed": json.loads(listed.contents[0].text),
                }
            )
        )


asyncio.run(main())
