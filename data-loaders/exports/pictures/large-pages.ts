// Asks the renderer's allocator for large pages of memory, and to keep them: with small ones, Linux takes longer to hand out the memory
// of a picture than the picture takes to draw. Imported before the renderer, whose allocator reads this once, as it starts.
if (process.platform === "linux") {
  process.env.MIMALLOC_ALLOW_LARGE_OS_PAGES ??= "1";
  process.env.MIMALLOC_PURGE_DELAY ??= "-1";
}
