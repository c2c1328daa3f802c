/// How many pieces of memory this process has asked for; always 0 where that cannot be counted.
long allocation_count(void);
/// How many bytes this process has of what it has asked for; always 0 where that cannot be told.
long allocated_bytes(void);
