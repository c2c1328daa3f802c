/// Loops over rows of tables, for instructions that Swift cannot name.
///
/// Comparisons of 64 numbers at a time become the bits of one word, the first the lowest: every x86-64 processor has an
/// instruction that gathers the signs of 16 bytes. What is done to planes of bits is written once and compiled twice on
/// x86-64: for every processor, and for those with vectors of 256 bits, which are asked for when the program runs.
/// Elsewhere plain loops do the same.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

/// Of so many truths, one a word, at most 64: whether each is certain, its second bit, and whether possible, its first, as
/// the bits of two words, the first truth the lowest.
static inline void casus_gather_truths(const int64_t *words, int64_t count, uint64_t *certain, uint64_t *possible) {
  uint64_t all_certain = 0, all_possible = 0;
  int64_t word = 0;
#if defined(__SSE2__)
  for (; word + 4 <= count; word += 4) {
    __m128i first = _mm_loadu_si128((const __m128i *)(words + word));
    __m128i second = _mm_loadu_si128((const __m128i *)(words + word + 2));
    // The lower halves of four words.
    __m128i halves = _mm_castps_si128(
        _mm_shuffle_ps(_mm_castsi128_ps(first), _mm_castsi128_ps(second), _MM_SHUFFLE(2, 0, 2, 0)));
    all_certain |= (uint64_t)_mm_movemask_ps(_mm_castsi128_ps(_mm_slli_epi32(halves, 30))) << word;
    all_possible |= (uint64_t)_mm_movemask_ps(_mm_castsi128_ps(_mm_slli_epi32(halves, 31))) << word;
  }
#endif
  for (; word < count; word++) {
    all_certain |= (uint64_t)(words[word] >> 1 & 1) << word;
    all_possible |= (uint64_t)(words[word] & 1) << word;
  }
  *certain = all_certain;
  *possible = all_possible;
}

/// How many words of a plane are worked on at a time.
enum { casus_block_words = 64 };

/// Four words of a plane.
typedef uint64_t casus_words __attribute__((vector_size(32), aligned(8), may_alias));

/// Which rows of a block certainly, and which possibly, fulfil what has to hold and nothing of what must not.
///
/// `planes` has two planes for every register, certain and possible; those of the result stand one behind the other.
/// `vectors`: how many of them, of each plane, stay in the registers of the processor while all operands are read.
static inline __attribute__((always_inline)) void casus_conjunction_by(
    const int vectors, const uint64_t *const *planes, const int32_t *operands,
    int32_t required, int32_t excluded, uint64_t *target) {
  const int words = sizeof(casus_words) / sizeof(uint64_t);
  for (int first = 0; first < casus_block_words; first += vectors * words) {
    casus_words certain[4], possible[4];
    for (int vector = 0; vector < vectors; vector++) certain[vector] = possible[vector] = ~(casus_words){0};
    for (int operand = 0; operand < required; operand++) {
      const casus_words *is_certain = (const casus_words *)(planes[2 * operands[operand]] + first);
      const casus_words *is_possible = (const casus_words *)(planes[2 * operands[operand] + 1] + first);
      for (int vector = 0; vector < vectors; vector++) {
        certain[vector] &= is_certain[vector];
        possible[vector] &= is_possible[vector];
      }
    }
    // What is certain not to hold is what is not possible.
    for (int operand = required; operand < required + excluded; operand++) {
      const casus_words *is_certain = (const casus_words *)(planes[2 * operands[operand]] + first);
      const casus_words *is_possible = (const casus_words *)(planes[2 * operands[operand] + 1] + first);
      for (int vector = 0; vector < vectors; vector++) {
        certain[vector] &= ~is_possible[vector];
        possible[vector] &= ~is_certain[vector];
      }
    }
    for (int vector = 0; vector < vectors; vector++) {
      ((casus_words *)(target + first))[vector] = certain[vector];
      ((casus_words *)(target + casus_block_words + first))[vector] = possible[vector];
    }
  }
}

#if defined(__x86_64__)
/// Whether this processor has vectors of 256 bits, and counts bits by one instruction.
bool casus_is_wide(void);
void casus_conjunction_wide(
    const uint64_t *const *planes, const int32_t *operands, int32_t required,
    int32_t excluded, uint64_t *target);
/// How many bits of a block's plane are set.
int64_t casus_count_wide(const uint64_t *words);
#endif

static inline void casus_conjunction(
    const uint64_t *const *planes, const int32_t *operands, int32_t required,
    int32_t excluded, uint64_t *target) {
#if defined(__x86_64__)
  if (casus_is_wide()) {
    casus_conjunction_wide(planes, operands, required, excluded, target);
    return;
  }
#endif
  casus_conjunction_by(2, planes, operands, required, excluded, target);
}

#if defined(__SSE2__)
/// The signs of 64 bytes in four vectors.
static inline uint64_t casus_signs(__m128i first, __m128i second, __m128i third, __m128i fourth) {
  uint64_t low = (uint32_t)_mm_movemask_epi8(first) | (uint32_t)_mm_movemask_epi8(second) << 16;
  uint64_t high = (uint32_t)_mm_movemask_epi8(third) | (uint32_t)_mm_movemask_epi8(fourth) << 16;
  return low | high << 32;
}

static inline __m128i casus_load(const void *numbers, int vector) {
  return _mm_loadu_si128((const __m128i *)numbers + vector);
}
#endif

/// Which of 64 bytes are greater than a number.
static inline uint64_t casus_bytes_above(const int8_t *bytes, int8_t number) {
#if defined(__SSE2__)
  __m128i bound = _mm_set1_epi8(number);
  return casus_signs(
      _mm_cmpgt_epi8(casus_load(bytes, 0), bound), _mm_cmpgt_epi8(casus_load(bytes, 1), bound),
      _mm_cmpgt_epi8(casus_load(bytes, 2), bound), _mm_cmpgt_epi8(casus_load(bytes, 3), bound));
#else
  uint64_t word = 0;
  for (int row = 0; row < 64; row++) word |= (uint64_t)(bytes[row] > number) << row;
  return word;
#endif
}

/// Which of 64 bytes are equal to a number.
static inline uint64_t casus_bytes_equal(const int8_t *bytes, int8_t number) {
#if defined(__SSE2__)
  __m128i wanted = _mm_set1_epi8(number);
  return casus_signs(
      _mm_cmpeq_epi8(casus_load(bytes, 0), wanted), _mm_cmpeq_epi8(casus_load(bytes, 1), wanted),
      _mm_cmpeq_epi8(casus_load(bytes, 2), wanted), _mm_cmpeq_epi8(casus_load(bytes, 3), wanted));
#else
  uint64_t word = 0;
  for (int row = 0; row < 64; row++) word |= (uint64_t)(bytes[row] == number) << row;
  return word;
#endif
}

/// Which of 64 differences of 32-bit numbers lie between two of them, and which have a side that is unknown.
static inline void casus_differences_between(
    const int32_t *left, int32_t left_unknown, const int32_t *right, int32_t right_unknown, int32_t low, int32_t high,
    uint64_t *inside, uint64_t *open) {
#if defined(__SSE2__)
  __m128i below = _mm_set1_epi32(low), above = _mm_set1_epi32(high);
  __m128i no_left = _mm_set1_epi32(left_unknown), no_right = _mm_set1_epi32(right_unknown);
  __m128i outside_bytes[4], open_bytes[4];
  for (int part = 0; part < 4; part++) {
    __m128i outside[4], unknown[4];
    for (int vector = 0; vector < 4; vector++) {
      __m128i first = casus_load(left, part * 4 + vector), second = casus_load(right, part * 4 + vector);
      __m128i difference = _mm_sub_epi32(first, second);
      // A difference that wraps has a sign that neither side explains: it lies outside of all 32-bit bounds.
      __m128i wraps = _mm_srai_epi32(_mm_and_si128(_mm_xor_si128(first, second), _mm_xor_si128(first, difference)), 31);
      __m128i beside = _mm_or_si128(_mm_cmpgt_epi32(below, difference), _mm_cmpgt_epi32(difference, above));
      outside[vector] = _mm_or_si128(wraps, beside);
      unknown[vector] = _mm_or_si128(_mm_cmpeq_epi32(first, no_left), _mm_cmpeq_epi32(second, no_right));
    }
    outside_bytes[part] = _mm_packs_epi16(
        _mm_packs_epi32(outside[0], outside[1]), _mm_packs_epi32(outside[2], outside[3]));
    open_bytes[part] = _mm_packs_epi16(
        _mm_packs_epi32(unknown[0], unknown[1]), _mm_packs_epi32(unknown[2], unknown[3]));
  }
  *inside = ~casus_signs(outside_bytes[0], outside_bytes[1], outside_bytes[2], outside_bytes[3]);
  *open = casus_signs(open_bytes[0], open_bytes[1], open_bytes[2], open_bytes[3]);
#else
  *inside = 0;
  *open = 0;
  for (int row = 0; row < 64; row++) {
    int64_t difference = (int64_t)left[row] - right[row];
    *inside |= (uint64_t)(low <= difference && difference <= high) << row;
    *open |= (uint64_t)(left[row] == left_unknown || right[row] == right_unknown) << row;
  }
#endif
}
