#!/bin/sh
# Makes the rest of the files beside it, each with the tool that people use for its kind; make.sh is for ffmpeg alone.
set -eu
cd "$(dirname "$0")"

sound() { # seconds' fraction, file
    ffmpeg -v error -y -f lavfi -i "sine=frequency=440:duration=0.3:sample_rate=$1" -map_metadata -1 \
        -fflags +bitexact -flags:a +bitexact "$2"
}
recording=11111111-2222-3333-4444-555555555555
release=aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee
ana=00000000-0000-0000-0000-00000000000a
bia=00000000-0000-0000-0000-00000000000b

# metaflac: values of one name several times, and everything that Picard writes.
sound 8000 rich.flac
metaflac --remove-all --dont-use-padding rich.flac
metaflac --set-tag="TITLE=Duet" --set-tag="ARTIST=Ana feat. Bia" --set-tag="ARTISTS=Ana" --set-tag="ARTISTS=Bia" \
    --set-tag="ALBUM=Both" --set-tag="ALBUMARTIST=Ana" --set-tag="COMPILATION=1" --set-tag="GENRE=Jazz; Bossa Nova" \
    --set-tag="GENRE=Samba" --set-tag="REPLAYGAIN_TRACK_GAIN=-7.50 dB" --set-tag="REPLAYGAIN_TRACK_PEAK=0.988" \
    --set-tag="REPLAYGAIN_ALBUM_GAIN=-6.25 dB" --set-tag="REPLAYGAIN_ALBUM_PEAK=1.000" \
    --set-tag="MUSICBRAINZ_TRACKID=$recording" --set-tag="MUSICBRAINZ_ALBUMID=$release" \
    --set-tag="MUSICBRAINZ_ARTISTID=$ana" --set-tag="MUSICBRAINZ_ARTISTID=$bia" \
    --set-tag="LYRICS=[00:00.10]One
[00:00.20]Two" rich.flac

# vorbiscomment
sound 8000 rich.wav
ffmpeg -v error -y -i rich.wav -c:a libvorbis -ar 44100 -fflags +bitexact -flags:a +bitexact rich.ogg
printf '%s\n' "TITLE=Duet" "ARTIST=Ana" "ARTIST=Bia" "ALBUM=Both" "GENRE=Jazz" "GENRE=Samba" \
    "REPLAYGAIN_TRACK_GAIN=-7.50 dB" "MUSICBRAINZ_TRACKID=$recording" "LYRICS=Only words" >comments.txt
vorbiscomment -w -c comments.txt rich.ogg
rm comments.txt

# opusenc: R128 gains are 1/256 dB; -3200 is -12.5 dB, which ReplayGain calls -7.5 dB.
opusenc --quiet --bitrate 32 --serial 1 --title Duet --artist Ana --artist Bia --album Both --genre Jazz \
    --comment R128_TRACK_GAIN=-3200 --comment R128_ALBUM_GAIN=-2880 rich.wav rich.opus
cp rich.opus opus.ogg

# id3v2 writes version 2.3; the genre is the number of Jazz.
sound 44100 rich.mp3
id3v2 --delete-all rich.mp3 >/dev/null
id3v2 --TIT2 Duet --TPE1 "Ana feat. Bia" --TALB Both --TPE2 Ana --TCON "(8)" --TRCK 3/12 --TPOS 2/2 \
    --TYER 1999 --USLT "Only words" --TXXX "replaygain_track_gain:-7.50 dB" rich.mp3
# It keeps one free frame in a file.
sound 44100 ids.mp3
id3v2 --delete-all ids.mp3 >/dev/null
id3v2 --TIT2 Duet --TXXX "MusicBrainz Album Id:$release" ids.mp3

# Version 1 alone: 30 bytes each, and a number for the genre.
sound 44100 one.mp3
id3v2 --delete-all one.mp3 >/dev/null
id3v2 --id3v1-only --song Old --artist Ana --album Both --year 1999 --genre 8 one.mp3

tagged() { # file, codec
    ffmpeg -v error -y -i rich.wav -map_metadata -1 -fflags +bitexact -flags:a +bitexact -metadata title=Duet \
        -metadata artist=Ana -metadata album=Both -metadata genre=Jazz -metadata date=1999 $3 $4 -c:a "$2" "$1"
}
tagged alac.m4a alac "" ""
tagged tone.aiff pcm_s16be -write_id3v2 1
tagged tone.wav pcm_s16le "" ""
tagged tone.wma wmav2 "" ""
rm rich.wav
