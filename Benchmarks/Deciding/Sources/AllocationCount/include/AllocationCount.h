/// How many pieces of memory this process has asked for; always 0 where that cannot be counted.
long allocation_count(void);
