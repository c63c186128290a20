#!/bin/sh
# Makes the pictures beside it: 96 × 48 pixels, above red and green, below blue and yellow, once they are upright.
set -eu
cd "$(dirname "$0")"

quarters="color=c=red:s=48x24:r=1:d=1[a];color=c=lime:s=48x24:r=1:d=1[b];color=c=blue:s=48x24:r=1:d=1[c];color=c=yellow:s=48x24:r=1:d=1[d]
    ;[a][b]hstack[e];[c][d]hstack[f];[e][f]vstack"
make() { # file, filter, options...
    file=$1 filter=$2
    shift 2
    ffmpeg -v error -y -filter_complex "$quarters,$filter" -frames:v 1 -map_metadata -1 -fflags +bitexact "$@" "$file"
}

make upright.png null
make upright.gif "split[s][t];[s]palettegen[p];[t][p]paletteuse"
make upright.webp null -c:v libwebp -lossless 1

# As a phone stores it that was held otherwise; python3 says how, in both byte orders.
turned() { # orientation, byte order, the way there
    make "turned-$1.jpg" "$3" -q:v 2 -pix_fmt yuvj444p
    python3 -c "import struct, sys
value, order, name = int(sys.argv[1]), sys.argv[2], sys.argv[3]
entries = [(0x010f, 2, 4, b'us\0\0'), (0x0112, 3, 1, struct.pack(order + 'HH', value, 0))]
tiff = {'<': b'II', '>': b'MM'}[order] + struct.pack(order + 'HIH', 42, 8, len(entries))
tiff += b''.join(struct.pack(order + 'HHI', *entry[:3]) + entry[3] for entry in entries) + bytes(4)
exif = b'Exif\0\0' + tiff
jpeg = open(name, 'rb').read()
segment = b'\xff\xe1' + struct.pack('>H', len(exif) + 2) + exif
open(name, 'wb').write(jpeg[:2] + segment + jpeg[2:])" "$1" "$2" "turned-$1.jpg"
}
turned 1 '<' null
turned 2 '<' hflip
turned 3 '>' hflip,vflip
turned 4 '<' vflip
turned 5 '>' transpose=dir=0
turned 6 '>' transpose=dir=2
turned 7 '<' transpose=dir=3
turned 8 '<' transpose=dir=1
