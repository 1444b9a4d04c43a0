import {crc32, deflateRawSync} from "node:zlib";

const encoder = new TextEncoder();
/** Names are in UTF-8. */
const flags = 0x0800;

const dosDate = (date: Date) => (date.getUTCFullYear() - 1980) << 9 | (date.getUTCMonth() + 1) << 5 | date.getUTCDate();

/** A ZIP archive of these files, all of one date (at midnight); files that compression does not shrink are stored as they are. */
export function zip(files: Iterable<readonly [name: string, content: string | Uint8Array]>, date: Date): Buffer {
  const parts: Buffer[] = [], directory: Buffer[] = [];
  let offset = 0, count = 0;
  for (const [path, content] of files) {
    const name = encoder.encode(path), plain = typeof content === "string" ? Buffer.from(content) : Buffer.from(content);
    const deflated = deflateRawSync(plain), packed = deflated.length < plain.length ? deflated : plain;
    const shared = Buffer.alloc(26);
    [20, flags, packed === deflated ? 8 : 0, 0, dosDate(date)].forEach((value, i) => shared.writeUInt16LE(value, i * 2));
    [crc32(plain), packed.length, plain.length].forEach((value, i) => shared.writeUInt32LE(value, 10 + i * 4));
    shared.writeUInt16LE(name.length, 22);
    parts.push(Buffer.from("PK\x03\x04", "latin1"), shared, Buffer.from(name), packed);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(Buffer.from("PK\x01\x02\x14\x00", "latin1"), shared, place, Buffer.from(name));
    offset += 4 + shared.length + name.length + packed.length;
    count++;
  }
  const listed = Buffer.concat(directory), end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  [count, count].forEach((value, i) => end.writeUInt16LE(value, 8 + i * 2));
  [listed.length, offset].forEach((value, i) => end.writeUInt32LE(value, 12 + i * 4));
  return Buffer.concat([...parts, listed, end]);
}
