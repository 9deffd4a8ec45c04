/* SPDX-License-Identifier: EPL-2.0 */
/* Heartbeat: green PI9 and red PF1 take turns every second. The LEDs of the STM32H573I-DK light at a low level. */
#include <stdint.h>

#define REGISTER(address) (*(volatile uint32_t *)(address))

#define RCC_AHB2ENR REGISTER(0x44020C8Cu)
#define RCC_GPIOF   (1u << 5)
#define RCC_GPIOI   (1u << 8)

#define GPIOF 0x42021400u
#define GPIOI 0x42022000u
#define MODER(port) REGISTER((port) + 0x00u)
#define BSRR(port)  REGISTER((port) + 0x18u)

#define SYST_CSR REGISTER(0xE000E010u)
#define SYST_RVR REGISTER(0xE000E014u)
#define SYST_CVR REGISTER(0xE000E018u)

#define GREEN_PIN 9u
#define RED_PIN   1u
#define CORE_HZ   32000000u /* HSI / 2, as after a reset */
#define BEAT_MS   1000u

typedef struct {
    uint32_t milliseconds;
    uint32_t next_beat;
} Heartbeat;

/* The name that the OTA PAL accepts in a job document. */
const char otaFileName[] __attribute__((used)) = "STM32H573I-DK_aws.bin";

static volatile Heartbeat heartbeat = { .milliseconds = 0, .next_beat = BEAT_MS };
static volatile uint32_t beats;

void SysTick_Handler(void);
int main(void);

void SysTick_Handler(void)
{
    heartbeat.milliseconds++;
}

static void output(uint32_t port, uint32_t pin)
{
    MODER(port) = (MODER(port) & ~(3u << (2u * pin))) | (1u << (2u * pin));
}

static void light(uint32_t port, uint32_t pin, int lit)
{
    BSRR(port) = lit ? 1u << (pin + 16u) : 1u << pin;
}

int main(void)
{
    RCC_AHB2ENR |= RCC_GPIOF | RCC_GPIOI;
    (void)RCC_AHB2ENR; /* the clock runs once the write has arrived */
    output(GPIOI, GREEN_PIN);
    output(GPIOF, RED_PIN);
    light(GPIOI, GREEN_PIN, 1);
    light(GPIOF, RED_PIN, 0);
    SYST_RVR = CORE_HZ / 1000u - 1u;
    SYST_CVR = 0;
    SYST_CSR = 7u; /* processor clock, interrupt, on */
    for (;;) {
        __asm__ volatile("wfi");
        if ((int32_t)(heartbeat.milliseconds - heartbeat.next_beat) >= 0) {
            heartbeat.next_beat += BEAT_MS;
            beats++;
            light(GPIOI, GREEN_PIN, beats % 2u == 0);
            light(GPIOF, RED_PIN, beats % 2u != 0);
        }
    }
}
