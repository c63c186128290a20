#!/bin/sh
# Composes the demo library, encodes and tags it. Needs a JDK (21 or later) and ffmpeg with libmp3lame, libvorbis
# and libopus. Two runs with the same JDK and ffmpeg give the same files.
set -eu
cd "$(dirname "$0")/.."
target=src/main/resources/demo
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
java_bin=${JAVA_HOME:+$JAVA_HOME/bin/}

"${java_bin}javac" -d "$work/classes" demo/*.java
"${java_bin}java" -cp "$work/classes" Compose "$work"
rm -rf "$target"

# release SOURCE ARTIST ALBUM GENRE TRACKS
release() {
    sleeve=$work/$1.jpg artist=$2 album=$3 genre=$4 total=$5
    folder=$target/$2/$3
    mkdir -p "$folder"
    cp "$sleeve" "$folder/cover.jpg"
}

# piece SOURCE NUMBER TITLE FILE ENCODER-OPTIONS...
piece() {
    source=$work/$1.wav number=$2 title=$3 file=$folder/$4
    shift 4
    case $file in
        *.mp3 | *.m4a | *.flac) with_cover=yes ;;
        *) with_cover= ;;
    esac
    # The cover goes into the formats that hold pictures as streams; the others are served by cover.jpg beside them.
    ffmpeg -v error -y -i "$source" ${with_cover:+-i "$sleeve" -map 1:v -c:v copy -disposition:v attached_pic} \
        ${with_cover:+-metadata:s:v comment="Cover (front)"} \
        -map 0:a -map_metadata -1 -bitexact -fflags +bitexact -flags:a +bitexact "$@" \
        -metadata title="$title" -metadata artist="$artist" -metadata album_artist="$artist" \
        -metadata album="$album" -metadata track="$number/$total" -metadata date=2026 -metadata genre="$genre" \
        -metadata copyright="CC0-1.0" -metadata comment="Dedicated to the public domain (CC0-1.0)" "$file"
}

release after-closing "Copper Lamp Trio" "After Closing" Jazz 2
# Left and right are strangers here, so the encoder must not share bits between them.
piece two-rooms 1 "Two Rooms" "01 Two Rooms.mp3" -c:a libmp3lame -b:a 112k -joint_stereo 0
piece last-tram 2 "Last Tram" "02 Last Tram.m4a" -c:a aac -b:a 96k -movflags +faststart

release slow-satellites "Paper Orbit" "Slow Satellites" Ambient 1
piece slow-satellites 1 "Slow Satellites" "01 Slow Satellites.ogg" -c:a libvorbis -q:a 3

release quintal "Varanda Pequena" "Quintal" "Bossa Nova" 2
piece cancao-de-quintal 1 "Canção de Quintal" "01 Cancao de Quintal.opus" -c:a libopus -b:a 80k
piece patio-vazio 2 "Pátio Vazio" "02 Patio Vazio.flac" -c:a flac -compression_level 12
