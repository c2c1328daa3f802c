/* What Embedded Swift expects of a system, for a WebAssembly module that has none. */

#include <stddef.h>
#include <stdint.h>

/* Memory: blocks of powers of two, carved from the end of the module's memory and kept in a list a size when freed. */

enum { page_size = 65536, smallest_shift = 4, largest_shift = 31, header_size = 16 };

/* Stands before every block that is in use, or is a link of a list when it is not. The user's part starts on a multiple
   of the alignment asked for, so what stands before that part says where the block itself starts. */
struct header {
  unsigned char *block;
  uint32_t shift;
};

struct free_block {
  struct free_block *next;
};

extern unsigned char __heap_base;
static struct free_block *free_blocks[largest_shift + 1];
static unsigned char *heap_end;
static unsigned char *heap_limit;

/* A fresh block of so many bytes, or a null pointer when the memory is used up. */
static unsigned char *extend_heap(size_t size) {
  if (heap_end == NULL) {
    heap_end = (unsigned char *)(((uintptr_t)&__heap_base + 15) & ~(uintptr_t)15);
    heap_limit = (unsigned char *)(__builtin_wasm_memory_size(0) * page_size);
  }
  size_t available = (size_t)(heap_limit - heap_end);
  if (available < size) {
    size_t pages = (size - available + page_size - 1) / page_size;
    if (__builtin_wasm_memory_grow(0, pages) == (size_t)-1) return NULL;
    heap_limit += pages * page_size;
  }
  unsigned char *block = heap_end;
  heap_end += size;
  return block;
}

int posix_memalign(void **result, size_t alignment, size_t size) {
  if (alignment < header_size) alignment = header_size;
  if (size > ((size_t)1 << 30) || alignment > ((size_t)1 << 30)) return 12;
  size_t needed = size + header_size + alignment;
  uint32_t shift = smallest_shift;
  while (((size_t)1 << shift) < needed) shift++;
  unsigned char *block = (unsigned char *)free_blocks[shift];
  if (block != NULL) {
    free_blocks[shift] = free_blocks[shift]->next;
  } else {
    block = extend_heap((size_t)1 << shift);
    if (block == NULL) return 12;
  }
  uintptr_t start = ((uintptr_t)block + header_size + alignment - 1) & ~(uintptr_t)(alignment - 1);
  struct header *header = (struct header *)(start - header_size);
  header->block = block;
  header->shift = shift;
  *result = (void *)start;
  return 0;
}

void *malloc(size_t size) {
  void *result = NULL;
  return posix_memalign(&result, header_size, size) == 0 ? result : NULL;
}

void free(void *pointer) {
  if (pointer == NULL) return;
  struct header *header = (struct header *)((unsigned char *)pointer - header_size);
  uint32_t shift = header->shift;
  struct free_block *block = (struct free_block *)header->block;
  block->next = free_blocks[shift];
  free_blocks[shift] = block;
}

/* Bytes. */

void *memcpy(void *restrict to, const void *restrict from, size_t count) {
  unsigned char *target = to;
  const unsigned char *source = from;
  for (size_t index = 0; index < count; index++) target[index] = source[index];
  return to;
}

void *memmove(void *to, const void *from, size_t count) {
  unsigned char *target = to;
  const unsigned char *source = from;
  if (target < source) {
    for (size_t index = 0; index < count; index++) target[index] = source[index];
  } else {
    for (size_t index = count; index > 0; index--) target[index - 1] = source[index - 1];
  }
  return to;
}

void *memset(void *to, int byte, size_t count) {
  unsigned char *target = to;
  for (size_t index = 0; index < count; index++) target[index] = (unsigned char)byte;
  return to;
}

int memcmp(const void *left, const void *right, size_t count) {
  const unsigned char *first = left;
  const unsigned char *second = right;
  for (size_t index = 0; index < count; index++) {
    if (first[index] != second[index]) return first[index] - second[index];
  }
  return 0;
}

size_t strlen(const char *text) {
  size_t length = 0;
  while (text[length] != 0) length++;
  return length;
}

/* Arithmetic wider than the machine's, which the compiler calls by these names. */

typedef union {
  unsigned __int128 whole;
  struct {
    uint64_t low, high;
  } part;
} wide;

/* Shift by fewer bits than there are. */

__int128 __ashlti3(__int128 value, int count) {
  wide shifted = {.whole = (unsigned __int128)value};
  if (count >= 64) {
    shifted.part.high = shifted.part.low << (count - 64);
    shifted.part.low = 0;
  } else if (count > 0) {
    shifted.part.high = shifted.part.high << count | shifted.part.low >> (64 - count);
    shifted.part.low <<= count;
  }
  return (__int128)shifted.whole;
}

__int128 __lshrti3(__int128 value, int count) {
  wide shifted = {.whole = (unsigned __int128)value};
  if (count >= 64) {
    shifted.part.low = shifted.part.high >> (count - 64);
    shifted.part.high = 0;
  } else if (count > 0) {
    shifted.part.low = shifted.part.low >> count | shifted.part.high << (64 - count);
    shifted.part.high >>= count;
  }
  return (__int128)shifted.whole;
}

/* Multiplies by halves of 64 bits, as a product of two of those must not call this function again. */
__int128 __multi3(__int128 left, __int128 right) {
  wide a = {.whole = (unsigned __int128)left}, b = {.whole = (unsigned __int128)right}, product;
  uint64_t a_low = a.part.low & 0xFFFFFFFF, a_high = a.part.low >> 32;
  uint64_t b_low = b.part.low & 0xFFFFFFFF, b_high = b.part.low >> 32;
  uint64_t low = a_low * b_low;
  uint64_t middle = a_high * b_low + (low >> 32);
  uint64_t carry = middle >> 32;
  middle = (middle & 0xFFFFFFFF) + a_low * b_high;
  product.part.low = (middle << 32) | (low & 0xFFFFFFFF);
  product.part.high = a_high * b_high + carry + (middle >> 32) + a.part.low * b.part.high + a.part.high * b.part.low;
  return (__int128)product.whole;
}

/* Schoolbook division, a bit at a time; the remainder goes where the last parameter points. */
static unsigned __int128 divide(unsigned __int128 dividend, unsigned __int128 divisor, unsigned __int128 *remainder) {
  wide quotient = {.whole = dividend}, rest = {.whole = 0};
  for (int bit = 0; bit < 128; bit++) {
    uint64_t carried = rest.part.high >> 63;
    rest.part.high = (rest.part.high << 1) | (rest.part.low >> 63);
    rest.part.low = (rest.part.low << 1) | (quotient.part.high >> 63);
    quotient.part.high = (quotient.part.high << 1) | (quotient.part.low >> 63);
    quotient.part.low <<= 1;
    if (carried || rest.whole >= divisor) {
      rest.whole -= divisor;
      quotient.part.low |= 1;
    }
  }
  *remainder = rest.whole;
  return quotient.whole;
}

unsigned __int128 __udivti3(unsigned __int128 dividend, unsigned __int128 divisor) {
  unsigned __int128 remainder;
  return divide(dividend, divisor, &remainder);
}

unsigned __int128 __umodti3(unsigned __int128 dividend, unsigned __int128 divisor) {
  unsigned __int128 remainder;
  divide(dividend, divisor, &remainder);
  return remainder;
}

static unsigned __int128 magnitude(__int128 value) {
  return value < 0 ? -(unsigned __int128)value : (unsigned __int128)value;
}

__int128 __divti3(__int128 dividend, __int128 divisor) {
  unsigned __int128 quotient = __udivti3(magnitude(dividend), magnitude(divisor));
  return (__int128)((dividend < 0) != (divisor < 0) ? -quotient : quotient);
}

__int128 __modti3(__int128 dividend, __int128 divisor) {
  unsigned __int128 remainder = __umodti3(magnitude(dividend), magnitude(divisor));
  return (__int128)(dividend < 0 ? -remainder : remainder);
}

/* The rest. */

__attribute__((import_module("env"), import_name("casus_print"))) extern void casus_print(int byte);

int putchar(int byte) {
  casus_print(byte);
  return byte;
}

/* Seeds hashing. Not random, so that every run is the same; whoever ships a module to strangers must do better. */
void arc4random_buf(void *to, size_t count) {
  unsigned char *target = to;
  uint32_t state = 0x9E3779B9;
  for (size_t index = 0; index < count; index++) {
    state = state * 1664525 + 1013904223;
    target[index] = (unsigned char)(state >> 24);
  }
}

uintptr_t __stack_chk_guard = 0x57AC6A2D;

_Noreturn void __stack_chk_fail(void) { __builtin_trap(); }
