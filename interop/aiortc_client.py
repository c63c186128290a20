"""aiortc as a WHIP or WHEP client: aiortc_client.py publish|listen <url> <token or -> <seconds>; prints JSON."""

import asyncio
import fractions
import json
import sys
import time
import urllib.parse
import urllib.request

import aiortc
import av
import tone

FRAME = 960
# Neither a proxy nor a STUN server: everything is on this machine.
HTTP = urllib.request.build_opener(urllib.request.ProxyHandler({}))


class Tone(aiortc.MediaStreamTrack):
    kind = "audio"

    def __init__(self):
        super().__init__()
        self.sent = 0
        self.started = None

    async def recv(self):
        self.started = self.started or time.monotonic()
        due = self.started + self.sent / tone.RATE
        await asyncio.sleep(max(0, due - time.monotonic()))
        frame = av.AudioFrame(format="s16", layout="stereo", samples=FRAME)
        frame.planes[0].update(tone.frame(self.sent, FRAME))
        frame.pts, frame.sample_rate, frame.time_base = self.sent, tone.RATE, fractions.Fraction(1, tone.RATE)
        self.sent += FRAME
        return frame


def request(method, url, token, body=None):
    headers = {"Content-Type": "application/sdp"} if body else {}
    if token != "-":
        headers["Authorization"] = "Bearer " + token
    asked = urllib.request.Request(url, data=body and body.encode(), headers=headers, method=method)
    with HTTP.open(asked, timeout=10) as response:
        return response.status, response.headers, response.read().decode()


async def negotiate(pc, url, token):
    await pc.setLocalDescription(await pc.createOffer())
    _, headers, answer = await asyncio.to_thread(request, "POST", url, token, pc.localDescription.sdp)
    await pc.setRemoteDescription(aiortc.RTCSessionDescription(answer, "answer"))
    return urllib.parse.urljoin(url, headers["Location"])


async def publish(pc, url, token, seconds):
    connected = asyncio.Event()
    pc.on("connectionstatechange", lambda: connected.set() if pc.connectionState == "connected" else None)
    sender = pc.addTrack(Tone())
    resource = await negotiate(pc, url, token)
    await asyncio.wait_for(connected.wait(), 15)
    await asyncio.sleep(seconds)
    packets = [s.packetsSent for s in (await sender.getStats()).values() if s.type == "outbound-rtp"]
    return resource, {"packets": sum(packets), "ok": sum(packets) > seconds * 40}


async def listen(pc, url, token, seconds):
    receiver = pc.addTransceiver("audio", direction="recvonly").receiver
    resource = await negotiate(pc, url, token)
    pcm = bytearray()
    while len(pcm) < seconds * tone.RATE * 4:
        frame = await asyncio.wait_for(receiver.track.recv(), 20)
        pcm += bytes(frame.planes[0])[: frame.samples * 4]
    stats = [s for s in (await receiver.getStats()).values() if s.type == "inbound-rtp"]
    lost = sum(s.packetsLost for s in stats)
    shares = tone.heard(bytes(pcm))
    return resource, {
        "packets": sum(s.packetsReceived for s in stats),
        "lost": lost,
        "tones": shares,
        "ok": tone.apart(shares) and lost == 0,
    }


async def main(role, url, token, seconds):
    pc = aiortc.RTCPeerConnection(aiortc.RTCConfiguration(iceServers=[]))
    try:
        resource, result = await {"publish": publish, "listen": listen}[role](pc, url, token, float(seconds))
        status, _, _ = await asyncio.to_thread(request, "DELETE", resource, token)
        result["deleted"] = status
        result["ok"] = result["ok"] and status == 200
    finally:
        await pc.close()
    print(json.dumps({"stack": "aiortc", "version": aiortc.__version__, "role": role, **result}), flush=True)


asyncio.run(main(*sys.argv[1:]))
