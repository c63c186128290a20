"""A peer by aiortc: publishes a tone, listens, and tells when it hears.

Writes "produce OFFER" and "consume OFFER" in Base64 and reads an answer to each, a line each; then "heard FRAMES MS",
or "deaf" and the states of its connections.
"""

import asyncio
import base64
import sys
import time

from aiortc import RTCPeerConnection, RTCSessionDescription
from aiortc.mediastreams import AudioStreamTrack

PATIENCE_SECONDS = float(sys.argv[1])
FRAMES = 50


async def negotiate(command, pc):
    await pc.setLocalDescription(await pc.createOffer())
    offer = base64.b64encode(pc.localDescription.sdp.encode()).decode()
    print(command, offer, flush=True)
    answer = await asyncio.get_running_loop().run_in_executor(None, sys.stdin.readline)
    sdp = base64.b64decode(answer.strip()).decode()
    await pc.setRemoteDescription(RTCSessionDescription(sdp, "answer"))


async def main():
    publisher, listener = RTCPeerConnection(), RTCPeerConnection()
    heard = asyncio.get_running_loop().create_future()

    @listener.on("track")
    async def listen(track):
        first = None
        for _ in range(FRAMES):
            await track.recv()
            first = first or time.monotonic()
        heard.set_result(first)

    begun = time.monotonic()
    publisher.addTrack(AudioStreamTrack())
    listener.addTransceiver("audio", direction="recvonly")
    await negotiate("produce", publisher)
    await negotiate("consume", listener)
    try:
        first = await asyncio.wait_for(heard, PATIENCE_SECONDS)
        print("heard", FRAMES, round((first - begun) * 1000), flush=True)
    except asyncio.TimeoutError:
        print("deaf", publisher.connectionState, listener.connectionState, flush=True)
    await publisher.close()
    await listener.close()


asyncio.run(main())
