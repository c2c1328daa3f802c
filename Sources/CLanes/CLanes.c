#include "CLanes.h"

// All else is in the header, so that callers need not call.

#if defined(__x86_64__)
bool casus_is_wide(void) { return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("popcnt"); }

__attribute__((target("avx2"))) void casus_conjunction_wide(
    const uint64_t *const *planes, const int32_t *operands, int32_t required, int32_t excluded, uint64_t *target) {
  casus_conjunction_by(4, planes, operands, required, excluded, target);
}

__attribute__((target("avx2,popcnt"))) int64_t casus_count_wide(const uint64_t *words) {
  int64_t count = 0;
  for (int word = 0; word < casus_block_words; word++) count += __builtin_popcountll(words[word]);
  return count;
}
#endif
