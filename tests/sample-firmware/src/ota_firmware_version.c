/* SPDX-License-Identifier: EPL-2.0 */
/* The version that the OTA agent reports and compares: a word that reads 0xMMmmbbbb. */
#include <stdint.h>

#ifndef APP_VERSION_MAJOR
#error "build.sh defines APP_VERSION_MAJOR, APP_VERSION_MINOR and APP_VERSION_BUILD"
#endif

typedef union {
    uint32_t u32;
    struct {
        uint16_t build;
        uint8_t minor;
        uint8_t major;
    } x;
} AppVersion32_t;

const AppVersion32_t appFirmwareVersion __attribute__((used)) = {
    .x = { .build = APP_VERSION_BUILD, .minor = APP_VERSION_MINOR, .major = APP_VERSION_MAJOR },
};
