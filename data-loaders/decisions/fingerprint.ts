/** Eight hexadecimal digits that change when the words do; white space makes no difference (FNV-1a, 32 bits; no protection against malice). */
export function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text.replace(/\s+/g, " ").trim())) hash = Math.imul(hash ^ byte, 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, "0");
}
