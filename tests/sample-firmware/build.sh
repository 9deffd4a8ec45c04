#!/bin/sh
# SPDX-License-Identifier: EPL-2.0
# Builds built/aws_ri-VERSION.elf and .bin for the versions given (default: 1.0.0 1.1.0). The result is the same bytes each time.
# Needs Debian's gcc-arm-none-eabi.
set -eu
cd "$(dirname "$0")"
if ! command -v arm-none-eabi-gcc > /dev/null; then
	echo "build.sh: arm-none-eabi-gcc is missing; install Debian's gcc-arm-none-eabi" >&2
	exit 2
fi
size=492536
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p built

link() { # VERSION PADDING_WORDS OUTPUT
	IFS=. read -r major minor build <<-END
		$1
	END
	arm-none-eabi-gcc -mcpu=cortex-m33 -mthumb -Os -std=c11 -Wall -Wextra -Werror -ffreestanding -nostdlib -Wl,--build-id=none \
		-DAPP_VERSION_MAJOR="$major" -DAPP_VERSION_MINOR="$minor" -DAPP_VERSION_BUILD="$build" -DPADDING_WORDS="$2" \
		-T stm32h573.ld -o "$3" src/startup.c src/main.c src/ota_firmware_version.c src/padding.S
}

[ $# -gt 0 ] || set -- 1.0.0 1.1.0
for version in "$@"; do
	link "$version" 0 "$work/bare.elf"
	arm-none-eabi-objcopy -O binary "$work/bare.elf" "$work/bare.bin"
	bare=$(wc -c < "$work/bare.bin")
	link "$version" $(((size - bare) / 4)) "$work/image.elf"
	arm-none-eabi-objcopy --strip-debug "$work/image.elf" "built/aws_ri-$version.elf"
	arm-none-eabi-objcopy -O binary "$work/image.elf" "built/aws_ri-$version.bin"
	chmod 644 "built/aws_ri-$version.elf" "built/aws_ri-$version.bin"
	got=$(wc -c < "built/aws_ri-$version.bin")
	if [ "$got" -ne $size ]; then
		echo "build.sh: built/aws_ri-$version.bin has $got bytes instead of $size" >&2
		exit 1
	fi
	echo "built/aws_ri-$version.elf and .bin, $got bytes"
done
