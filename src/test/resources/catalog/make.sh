#!/bin/sh
# Makes the files beside it with ffmpeg, so that no library under test has written what it reads.
set -eu
cd "$(dirname "$0")"

plain="-map_metadata -1 -fflags +bitexact -flags:a +bitexact"
make() { # rate, file, ffmpeg's options...
    rate=$1 file=$2
    shift 2
    ffmpeg -v error -y -f lavfi -i "sine=frequency=440:duration=0.3:sample_rate=$rate" "$@" "$file"
}
tagged() { # rate, file, codec
    make "$1" "$2" $plain \
        -metadata "title=Canção 夜 ♪" -metadata "artist=Ana Braga" -metadata "album_artist=The Tutti Band" \
        -metadata "album=First Light" -metadata track=3/12 -metadata disc=2/2 -metadata date=1999-04-01 \
        -c:a "$3" -b:a 64k
}
pictured() { # rate, file, codec
    make "$1" "$2" -i cover.jpg -map 0 -map 1 $plain -c:v copy -disposition:v attached_pic -c:a "$3" -b:a 64k
}

ffmpeg -v error -y -f lavfi -i color=c=orange:s=64x64 -frames:v 1 cover.jpg

tagged 44100 tone.mp3 libmp3lame
tagged 8000 tone.flac flac
tagged 44100 tone.ogg libvorbis
tagged 48000 tone.opus libopus
tagged 44100 tone.m4a aac

pictured 8000 pictured.flac flac
pictured 44100 pictured.mp3 libmp3lame
pictured 44100 pictured.m4a aac
# ffmpeg puts no picture into Opus, so it gets FLAC's picture block as a text.
{
    printf ';FFMETADATA1\nMETADATA_BLOCK_PICTURE='
    python3 -c "import base64, struct
picture, kind = open('cover.jpg', 'rb').read(), b'image/jpeg'
block = struct.pack('>II', 3, len(kind)) + kind + struct.pack('>IIIIII', 0, 64, 64, 24, 0, len(picture)) + picture
print(base64.b64encode(block).decode().replace('=', r'\='))"
} >picture.ffmetadata
make 48000 pictured.opus -i picture.ffmetadata -map_metadata 1 -fflags +bitexact -flags:a +bitexact -c:a libopus
rm picture.ffmetadata

# U+202E turns what follows around; the @ becomes NUL, which no command line can hold.
make 8000 hostile.flac $plain -metadata "title=<script>alert(1)</script>" \
    -metadata "artist=Mal$(printf '\342\200\256')3pm.exe" -metadata "album=N@L" -c:a flac
LC_ALL=C sed -i 's/N@L/N\x00L/' hostile.flac
make 8000 untagged.flac $plain -c:a flac
head -c 700 tone.m4a >truncated.m4a
head -c 60 tone.opus >truncated.opus
echo "This is not music." >text.mp3

# 83 bytes that say they are 30,000 × 30,000 pixels.
python3 -c "import struct, sys, zlib
def chunk(kind, data):
    return struct.pack('>I', len(data)) + kind + data + struct.pack('>I', zlib.crc32(kind + data))
sys.stdout.buffer.write(b'\x89PNG\r\n\x1a\n' + chunk(b'IHDR', struct.pack('>IIBBBBB', 30000, 30000, 8, 2, 0, 0, 0))
    + chunk(b'IDAT', zlib.compress(bytes(3000))) + chunk(b'IEND', b''))" >bomb.png

# 36 bytes of WebP that say they are 6,244 × 6,244 pixels: every prefix code has one symbol, which takes no bits.
python3 -c "import struct, sys
bits = place = 0
for value, width in [(6243, 14), (6243, 14), (0, 1), (0, 3), (0, 1), (0, 1), (0, 1)] + 5 * [(1, 4)]:
    bits |= value << place
    place += width
data = b'\x2f' + bits.to_bytes((place + 7) // 8, 'little') + bytes(8)
data += bytes(len(data) % 2)
sys.stdout.buffer.write(b'RIFF' + struct.pack('<I', 12 + len(data)) + b'WEBPVP8L' + struct.pack('<I', len(data)) + data)" >bomb.webp
cp bomb.webp ../account/
ffmpeg -v error -y -f lavfi -i color=c=green:s=320x320 -frames:v 1 cover.avif
