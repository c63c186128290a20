#!/usr/bin/env python3
"""Makes the files beside it: the same fields in every container, by ffmpeg, mutagen (pip install mutagen) and a few bytes.

ID3v2.2 and RIFF INFO are written here, because mutagen only reads them. What a container cannot hold it does not get.
"""
import os
import shutil
import struct
import subprocess

from mutagen.aiff import AIFF
from mutagen.apev2 import APEv2
from mutagen.asf import ASF
from mutagen.flac import FLAC
from mutagen.id3 import (ID3, TALB, TCMP, TCON, TDRC, TIT2, TPE1, TPE2, TPOS, TRCK, TXXX, TYER, UFID, USLT)
from mutagen.mp3 import MP3
from mutagen.mp4 import MP4, MP4FreeForm
from mutagen.oggopus import OggOpus
from mutagen.oggvorbis import OggVorbis
from mutagen.wave import WAVE

os.chdir(os.path.dirname(os.path.abspath(__file__)))

RECORDING = "11111111-2222-3333-4444-555555555555"
RELEASE = "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee"
ANA = "00000000-0000-0000-0000-00000000000a"
BIA = "00000000-0000-0000-0000-00000000000b"
BAND = "00000000-0000-0000-0000-00000000000c"
LYRICS = "[00:00.10]One\n[00:00.20]Two"
GENRES = ["Jazz", "Bossa Nova", "Singer/Songwriter"]

# Named as Vorbis comments are.
FIELDS = {
    "TITLE": ["Canção 夜 ♪"],
    "ARTIST": ["Ana & Co. feat. Bia"],
    "ARTISTS": ["Ana & Co.", "Bia"],
    "ALBUM": ["Both/Sides"],
    "ALBUMARTIST": ["AC/DC & Ana"],
    "ALBUMARTISTS": ["AC/DC", "Ana & Co."],
    "COMPILATION": ["1"],
    "DISCNUMBER": ["2"],
    "TRACKNUMBER": ["3"],
    "DATE": ["1999-04-01"],
    "GENRE": GENRES,
    "LYRICS": [LYRICS],
    "REPLAYGAIN_TRACK_GAIN": ["-7.50 dB"],
    "REPLAYGAIN_TRACK_PEAK": ["0.988"],
    "REPLAYGAIN_ALBUM_GAIN": ["-6.25 dB"],
    "REPLAYGAIN_ALBUM_PEAK": ["1.000"],
    "MUSICBRAINZ_TRACKID": [RECORDING],
    "MUSICBRAINZ_ALBUMID": [RELEASE],
    "MUSICBRAINZ_ARTISTID": [ANA, BIA],
    "MUSICBRAINZ_ALBUMARTISTID": [BAND, ANA],
}
# What a file has that lists its artists by several values of one field.
SEVERAL = ["Ana feat. X", "AC/DC"]
FREE = {
    "ARTISTS": "ARTISTS",
    "ALBUMARTISTS": "ALBUMARTISTS",
    "REPLAYGAIN_TRACK_GAIN": "replaygain_track_gain",
    "REPLAYGAIN_TRACK_PEAK": "replaygain_track_peak",
    "REPLAYGAIN_ALBUM_GAIN": "replaygain_album_gain",
    "REPLAYGAIN_ALBUM_PEAK": "replaygain_album_peak",
    "MUSICBRAINZ_ALBUMID": "MusicBrainz Album Id",
    "MUSICBRAINZ_ARTISTID": "MusicBrainz Artist Id",
    "MUSICBRAINZ_ALBUMARTISTID": "MusicBrainz Album Artist Id",
}


def sound(name, *options):
    subprocess.run(
        ["ffmpeg", "-v", "error", "-y", "-f", "lavfi", "-i", "sine=frequency=440:duration=0.1:sample_rate=8000",
         "-map_metadata", "-1", "-fflags", "+bitexact", "-flags:a", "+bitexact", *options, name], check=True)


def comments(kind, name):
    file = kind(name)
    file.delete()
    for key, values in FIELDS.items():
        file[key] = values
    file.save()


def id3(tags, version):
    tags.add(TIT2(encoding=1, text=FIELDS["TITLE"]))
    tags.add(TPE1(encoding=1, text=FIELDS["ARTIST"]))
    tags.add(TPE2(encoding=1, text=FIELDS["ALBUMARTIST"]))
    tags.add(TALB(encoding=1, text=FIELDS["ALBUM"]))
    tags.add(TCMP(encoding=0, text=["1"]))
    tags.add(TPOS(encoding=0, text=["2/3"]))
    tags.add(TRCK(encoding=0, text=["3/12"]))
    tags.add(TDRC(encoding=0, text=FIELDS["DATE"]) if version == 4 else TYER(encoding=0, text=["1999"]))
    tags.add(TCON(encoding=1, text=GENRES))
    tags.add(USLT(encoding=1, lang="eng", desc="", text=LYRICS))
    tags.add(UFID(owner="http://musicbrainz.org", data=RECORDING.encode()))
    for field, name in FREE.items():
        tags.add(TXXX(encoding=1, desc=name, text=FIELDS[field]))


def ape(name, fields):
    tags = APEv2()
    names = {"ALBUMARTIST": "Album Artist", "DISCNUMBER": "Disc", "TRACKNUMBER": "Track", "DATE": "Year"}
    for field, values in fields.items():
        tags[names.get(field, field)] = values
    tags.save(name)


def id3v22(name, several=False):
    def frame(key, body):
        return key.encode() + struct.pack(">I", len(body))[1:] + body

    def text(value):
        return b"\x01" + value.encode("utf-16")

    frames = frame("TT2", text(FIELDS["TITLE"][0])) + frame("TAL", text(FIELDS["ALBUM"][0]))
    for key, field in ("TP1", "ARTIST"), ("TP2", "ALBUMARTIST"):
        frames += frame(key, text("\0".join(SEVERAL if several else FIELDS[field])))
    frames += frame("TCP", b"\0" b"1") + frame("TPA", b"\0" b"2/3") + frame("TRK", b"\0" b"3/12")
    frames += frame("TYE", b"\0" b"1999") + frame("TCO", text("\0".join(GENRES)))
    frames += frame("ULT", b"\x01eng" + "".encode("utf-16") + b"\0\0" + LYRICS.encode("utf-16"))
    frames += frame("UFI", b"http://musicbrainz.org\0" + RECORDING.encode())
    for field, key in () if several else FREE.items():
        frames += frame("TXX", b"\x01" + key.encode("utf-16") + b"\0\0" + "\0".join(FIELDS[field]).encode("utf-16"))
    size = len(frames)
    header = b"ID3\x02\0\0" + bytes((size >> shift) & 0x7F for shift in (21, 14, 7, 0))
    with open(name, "rb") as file:
        audio = file.read()
    with open(name, "wb") as file:
        file.write(header + frames + audio)


def info(name, encoding, title, artist):
    def chunk(key, text):
        data = text.encode(encoding) + b"\0"
        return key.encode() + struct.pack("<I", len(data)) + data + b"\0" * (len(data) % 2)

    body = b"INFO" + chunk("INAM", title) + chunk("IART", artist) + chunk("IPRD", "Both/Sides")
    body += chunk("IGNR", "Jazz; Singer/Songwriter") + chunk("ICRD", "1999-04-01") + chunk("ITRK", "3")
    with open(name, "rb") as file:
        wave = file.read()
    wave += b"LIST" + struct.pack("<I", len(body)) + body
    with open(name, "wb") as file:
        file.write(b"RIFF" + struct.pack("<I", len(wave) - 8) + wave[8:])


mp3 = ("-ar", "44100", "-b:a", "32k", "-write_xing", "0", "-id3v2_version", "0")
for version in (3, 4):
    sound(f"id3v2{version}.mp3", *mp3)
    tags = ID3()
    id3(tags, version)
    tags.save(f"id3v2{version}.mp3", v2_version=version, v23_sep=None)
sound("id3v22.mp3", *mp3)
id3v22("id3v22.mp3")
sound("apev2.mp3", *mp3)
ape("apev2.mp3", FIELDS)
# mp3gain adds an APEv2 tag to a file that has ID3, whose own fields come first.
sound("id3-then-apev2.mp3", *mp3)
tags = ID3()
id3(tags, 4)
for name in ("replaygain_track_gain", "replaygain_track_peak", "replaygain_album_gain", "replaygain_album_peak"):
    tags.delall("TXXX:" + name)
tags.save("id3-then-apev2.mp3")
ape("id3-then-apev2.mp3", {"TITLE": ["Another title"]} | {k: v for k, v in FIELDS.items() if k.startswith("REPLAY")})

sound("vorbis-comments.flac")
comments(FLAC, "vorbis-comments.flac")
sound("vorbis.ogg", "-c:a", "libvorbis", "-ar", "44100")
comments(OggVorbis, "vorbis.ogg")
sound("opus.opus", "-c:a", "libopus")
comments(OggOpus, "opus.opus")

sound("atoms.m4a", "-c:a", "aac")
file = MP4("atoms.m4a")
file["\xa9nam"], file["\xa9ART"], file["aART"] = FIELDS["TITLE"], FIELDS["ARTIST"], FIELDS["ALBUMARTIST"]
file["\xa9alb"], file["\xa9day"], file["\xa9gen"], file["\xa9lyr"] = FIELDS["ALBUM"], FIELDS["DATE"], GENRES, [LYRICS]
file["cpil"], file["disk"], file["trkn"] = True, [(2, 3)], [(3, 12)]
for field, name in (FREE | {"MUSICBRAINZ_TRACKID": "MusicBrainz Track Id"}).items():
    file["----:com.apple.iTunes:" + name] = [MP4FreeForm(value.encode()) for value in FIELDS[field]]
file.save()

sound("id3.wav")
file = WAVE("id3.wav")
file.add_tags()
id3(file.tags, 4)
file.save()
sound("id3.aiff")
file = AIFF("id3.aiff")
file.add_tags()
id3(file.tags, 4)
file.save()
sound("info-utf-8.wav")
info("info-utf-8.wav", "utf-8", "Canção 夜 ♪", "Ana & Co.")
sound("info-latin-1.wav")
info("info-latin-1.wav", "latin-1", "Info tïtle", "Ana & Co.")

sound("attributes.wma", "-c:a", "wmav2", "-ar", "44100")
file = ASF("attributes.wma")
file["Title"], file["Author"] = FIELDS["TITLE"], FIELDS["ARTIST"]
for field, name in {
    "ALBUM": "WM/AlbumTitle", "ALBUMARTIST": "WM/AlbumArtist", "COMPILATION": "WM/IsCompilation",
    "DISCNUMBER": "WM/PartOfSet", "TRACKNUMBER": "WM/TrackNumber", "DATE": "WM/Year", "GENRE": "WM/Genre",
    "LYRICS": "WM/Lyrics", "ARTISTS": "WM/ARTISTS", "ALBUMARTISTS": "WM/ALBUMARTISTS",
    "MUSICBRAINZ_TRACKID": "MusicBrainz/Track Id", "MUSICBRAINZ_ALBUMID": "MusicBrainz/Album Id",
    "MUSICBRAINZ_ARTISTID": "MusicBrainz/Artist Id", "MUSICBRAINZ_ALBUMARTISTID": "MusicBrainz/Album Artist Id",
}.items():
    file[name] = FIELDS[field]
for field in FIELDS:
    if field.startswith("REPLAYGAIN"):
        file[field] = FIELDS[field]
file.save()


def several(name, kind, artist, release_artist, value=lambda texts: texts):
    shutil.copy(name, "several-" + name)
    file = kind("several-" + name)
    file.tags[artist], file.tags[release_artist] = value(SEVERAL), value(SEVERAL)
    for key in [key for key in file.tags.keys() if "ARTISTS" in key.upper() or "ARTIST ID" in key.upper()]:
        del file.tags[key]
    file.save(**({"v2_version": 3, "v23_sep": None} if name == "id3v23.mp3" else {}))


def frames(name, kind):
    shutil.copy(name, "several-" + name)
    file = kind("several-" + name)
    tags = file.tags
    tags["TPE1"], tags["TPE2"] = TPE1(encoding=1, text=SEVERAL), TPE2(encoding=1, text=SEVERAL)
    for key in [key for key in tags.keys() if "ARTISTS" in key or "Artist Id" in key]:
        del tags[key]
    file.save(**({"v2_version": 3, "v23_sep": None} if name == "id3v23.mp3" else {}))


for name, kind in ("id3v23.mp3", MP3), ("id3v24.mp3", MP3), ("id3.wav", WAVE), ("id3.aiff", AIFF):
    frames(name, kind)
sound("several-id3v22.mp3", *mp3)
id3v22("several-id3v22.mp3", several=True)
sound("several-apev2.mp3", *mp3)
ape("several-apev2.mp3", {"TITLE": FIELDS["TITLE"], "ARTIST": SEVERAL, "ALBUMARTIST": SEVERAL})
for name, kind in ("vorbis-comments.flac", FLAC), ("vorbis.ogg", OggVorbis), ("opus.opus", OggOpus):
    shutil.copy(name, "several-" + name)
    file = kind("several-" + name)
    file["ARTIST"] = file["ALBUMARTIST"] = SEVERAL
    for key in "ARTISTS", "ALBUMARTISTS", "MUSICBRAINZ_ARTISTID", "MUSICBRAINZ_ALBUMARTISTID":
        del file[key]
    file.save()
several("atoms.m4a", MP4, "\xa9ART", "aART")
several("attributes.wma", ASF, "Author", "WM/AlbumArtist")
