"""GStreamer's webrtcbin as a WHIP or WHEP client: gstreamer_client.py publish|listen <url> <token or -> <seconds>."""

import json
import sys
import threading
import time
import urllib.parse
import urllib.request

import gi
import tone

gi.require_version("Gst", "1.0")
gi.require_version("GstSdp", "1.0")
gi.require_version("GstWebRTC", "1.0")
from gi.repository import Gst, GstSdp, GstWebRTC  # noqa: E402

HTTP = urllib.request.build_opener(urllib.request.ProxyHandler({}))
CAPS = "application/x-rtp,media=audio,encoding-name=OPUS,payload=111,clock-rate=48000,encoding-params=(string)2"
PUBLISH = f"""
    webrtcbin name=peer bundle-policy=max-bundle
    appsrc name=source is-live=true format=time do-timestamp=true
        caps=audio/x-raw,format=S16LE,layout=interleaved,rate=48000,channels=2
    ! opusenc bitrate=128000 ! rtpopuspay pt=111 ! {CAPS} ! identity name=sent ! peer."""
EARLY = 3
DECODE = """queue ! rtpopusdepay ! opusdec ! audioconvert
    ! audio/x-raw,format=S16LE,layout=interleaved,rate=48000,channels=2 ! appsink name=sink sync=false"""


def request(method, url, token, body=None):
    headers = {"Content-Type": "application/sdp"} if body else {}
    if token != "-":
        headers["Authorization"] = "Bearer " + token
    asked = urllib.request.Request(url, data=body and body.encode(), headers=headers, method=method)
    with HTTP.open(asked, timeout=10) as response:
        return response.status, response.headers, response.read().decode()


def described(peer, action, *arguments):
    promise = Gst.Promise.new()
    peer.emit(action, *arguments, promise)
    promise.wait()
    return promise


def negotiate(peer, url, token):
    complete = threading.Event()
    gathering = GstWebRTC.WebRTCICEGatheringState.COMPLETE
    peer.connect(
        "notify::ice-gathering-state",
        lambda *_: complete.set() if peer.get_property("ice-gathering-state") == gathering else None,
    )
    # The offer is borrowed from the reply and the reply from the promise: both are kept until it is set.
    made = described(peer, "create-offer", None)
    reply = made.get_reply()
    offer = reply.get_value("offer")
    described(peer, "set-local-description", offer)
    if not complete.wait(10):
        raise TimeoutError("candidates")
    sdp = peer.get_property("local-description").sdp.as_text()
    _, headers, answer = request("POST", url, token, sdp)
    _, parsed = GstSdp.SDPMessage.new_from_text(answer)
    described(
        peer,
        "set-remote-description",
        GstWebRTC.WebRTCSessionDescription.new(GstWebRTC.WebRTCSDPType.ANSWER, parsed),
    )
    return urllib.parse.urljoin(url, headers["Location"])


def publish(url, token, seconds):
    pipeline = Gst.parse_launch(PUBLISH)
    peer, source = pipeline.get_by_name("peer"), pipeline.get_by_name("source")
    transceiver = peer.emit("get-transceiver", 0)
    transceiver.set_property("direction", GstWebRTC.WebRTCRTPTransceiverDirection.SENDONLY)
    packets = []
    pipeline.get_by_name("sent").connect("handoff", lambda _, buffer: packets.append(buffer.get_size()))
    connected = threading.Event()
    wanted = GstWebRTC.WebRTCPeerConnectionState.CONNECTED
    peer.connect(
        "notify::connection-state",
        lambda *_: connected.set() if peer.get_property("connection-state") == wanted else None,
    )
    pipeline.set_state(Gst.State.PLAYING)
    # webrtcbin offers what its pads carry, so frames come before the offer; of one alone opusenc makes nothing yet.
    for n in range(EARLY):
        source.emit("push-buffer", Gst.Buffer.new_wrapped(tone.frame(n * 960, 960)))
    deadline = time.monotonic() + 10
    while not peer.get_static_pad("sink_0").get_current_caps() and time.monotonic() < deadline:
        time.sleep(0.01)
    resource = negotiate(peer, url, token)
    if not connected.wait(15):
        raise TimeoutError("connection")
    packets.clear()
    start = time.monotonic()
    for n in range(int(seconds * 50)):
        time.sleep(max(0, start + n / 50 - time.monotonic()))
        source.emit("push-buffer", Gst.Buffer.new_wrapped(tone.frame((n + EARLY) * 960, 960)))
    return pipeline, resource, {"packets": len(packets), "ok": len(packets) > seconds * 40}


def listen(url, token, seconds):
    # parse_launch makes no pipeline of a single element.
    pipeline = Gst.Pipeline.new(None)
    peer = Gst.ElementFactory.make("webrtcbin", "peer")
    peer.set_property("bundle-policy", GstWebRTC.WebRTCBundlePolicy.MAX_BUNDLE)
    pipeline.add(peer)
    enough, pcm, numbers = threading.Event(), bytearray(), []

    def heard(sink):
        buffer = sink.emit("pull-sample").get_buffer()
        pcm.extend(buffer.extract_dup(0, buffer.get_size()))
        if len(pcm) >= seconds * tone.RATE * 4:
            enough.set()
        return Gst.FlowReturn.OK

    def packet(_, info):
        header = info.get_buffer().extract_dup(2, 2)
        numbers.append(int.from_bytes(header, "big"))
        return Gst.PadProbeReturn.OK

    def incoming(_, pad):
        decode = Gst.parse_bin_from_description(DECODE, True)
        sink = decode.get_by_name("sink")
        sink.set_property("emit-signals", True)
        sink.connect("new-sample", heard)
        pipeline.add(decode)
        decode.sync_state_with_parent()
        pad.add_probe(Gst.PadProbeType.BUFFER, packet)
        pad.link(decode.get_static_pad("sink"))

    peer.connect("pad-added", incoming)
    direction = GstWebRTC.WebRTCRTPTransceiverDirection.RECVONLY
    peer.emit("add-transceiver", direction, Gst.Caps.from_string(CAPS))
    pipeline.set_state(Gst.State.PLAYING)
    resource = negotiate(peer, url, token)
    if not enough.wait(seconds + 20):
        raise TimeoutError(f"{len(pcm)} bytes of sound, {len(numbers)} packets")
    lost = sum((after - before) % 65536 != 1 for before, after in zip(numbers, numbers[1:]))
    shares = tone.heard(bytes(pcm))
    ok = tone.apart(shares) and lost == 0
    return pipeline, resource, {"packets": len(numbers), "lost": lost, "tones": shares, "ok": ok}


def main(role, url, token, seconds):
    Gst.init(None)
    pipeline, resource, result = {"publish": publish, "listen": listen}[role](url, token, float(seconds))
    status, _, _ = request("DELETE", resource, token)
    pipeline.set_state(Gst.State.NULL)
    result["deleted"] = status
    result["ok"] = result["ok"] and status == 200
    version = Gst.version_string().split()[-1]
    print(json.dumps({"stack": "GStreamer", "version": version, "role": role, **result}), flush=True)


main(*sys.argv[1:])
