const tagAt = (font: Buffer, at: number) => font.toString("latin1", at, at + 4);

function checksum(table: Buffer): number {
  let sum = 0;
  for (let at = 0; at < table.length; at += 4) sum = (sum + table.readUInt32BE(at)) >>> 0;
  return sum;
}

const padded = (bytes: Buffer) => Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);

/** A `name` table that says family, style, full name and PostScript name, in the form for Windows (which all readers take). */
function nameTable(family: string): Buffer {
  const records = [[1, family], [2, "Regular"], [4, family], [6, family.replace(/[^A-Za-z0-9-]/g, "")]] as const;
  const head = Buffer.alloc(6 + records.length * 12), texts: Buffer[] = [];
  head.writeUInt16BE(records.length, 2);
  head.writeUInt16BE(head.length, 4);
  let offset = 0;
  records.forEach(([id, words], i) => {
    const text = Buffer.from(words, "utf16le").swap16();
    [3, 1, 0x409, id, text.length, offset].forEach((value, k) => head.writeUInt16BE(value, 6 + i * 12 + k * 2));
    texts.push(text);
    offset += text.length;
  });
  return Buffer.concat([head, ...texts]);
}

/** A TrueType font under another name and with regular weight, so that a renderer that chooses by family finds exactly this face. */
export function renameFont(font: Buffer, family: string): Buffer {
  const tables = new Map<string, Buffer>();
  for (let i = 0; i < font.readUInt16BE(4); i++) {
    const record = 12 + i * 16, start = font.readUInt32BE(record + 8);
    tables.set(tagAt(font, record), Buffer.from(font.subarray(start, start + font.readUInt32BE(record + 12))));
  }
  tables.set("name", nameTable(family));
  // STAT names the styles of the family that the face came from.
  tables.delete("STAT");
  tables.get("OS/2")?.writeUInt16BE(400, 4);
  tables.get("head")!.writeUInt32BE(0, 8);

  const count = tables.size, power = 2 ** Math.floor(Math.log2(count));
  const head = Buffer.alloc(12 + count * 16);
  head.writeUInt32BE(0x00010000, 0);
  [count, power * 16, Math.log2(power), (count - power) * 16].forEach((value, i) => head.writeUInt16BE(value, 4 + i * 2));
  const bodies: Buffer[] = [];
  let offset = head.length;
  [...tables].sort(([a], [b]) => a < b ? -1 : 1).forEach(([tag, table], i) => {
    const body = padded(table), record = 12 + i * 16;
    head.write(tag, record, "latin1");
    [checksum(body), offset, table.length].forEach((value, k) => head.writeUInt32BE(value, record + 4 + k * 4));
    bodies.push(body);
    offset += body.length;
  });
  const whole = Buffer.concat([head, ...bodies]);
  const headTable = [...Array(count).keys()].map((i) => 12 + i * 16).find((record) => tagAt(whole, record) === "head")!;
  whole.writeUInt32BE((0xB1B0AFBA - checksum(whole)) >>> 0, whole.readUInt32BE(headTable + 8) + 8);
  return whole;
}
