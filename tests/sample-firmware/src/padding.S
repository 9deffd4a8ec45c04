/* SPDX-License-Identifier: EPL-2.0 */
/* Fills the image to its size with a pseudo-random pattern that depends on the version, so that a block that arrives at the
   wrong place or is left over from another version is noticed. */
    .section .padding, "a", %progbits
    .balign 4
    .set state, 0x573 + (APP_VERSION_MAJOR << 24) + (APP_VERSION_MINOR << 16) + APP_VERSION_BUILD
    .rept PADDING_WORDS
    .set state, (state * 1664525 + 1013904223) & 0xffffffff
    .long state
    .endr
