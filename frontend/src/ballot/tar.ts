import { Malformed } from './group';

/**
 * The plain old form of tar in which archives of elections are written: a header of 512 bytes before each file, contents filled up to 512, and
 * no blocks of zeros at the end.
 */
export interface Entry {
  name: string;
  content: Uint8Array;
}

const BLOCK = 512;
const CHECKSUM = 148;
const HEADER_END = 157;

const ascii = new TextEncoder();

function octal(value: number, length: number): string {
  return value.toString(8).padStart(length, '0');
}

function checksumOf(header: Uint8Array): number {
  return header.reduce((sum, byte, at) => sum + (at >= CHECKSUM && at < CHECKSUM + 8 ? 32 : byte), 0);
}

function header(name: string, size: number, time: number): Uint8Array {
  const block = new Uint8Array(BLOCK);
  const put = (text: string, at: number): void => block.set(ascii.encode(text), at);
  put(name, 0);
  put('0000644', 100);
  put('0000000', 108);
  put('0000000', 116);
  put(octal(size, 11), 124);
  put(octal(time, 11), 136);
  put('0', HEADER_END - 1);
  put(`${octal(checksumOf(block), 6)}\0 `, CHECKSUM);
  return block;
}

/** @param time seconds since 1970, the same for every entry */
export function writeTar(entries: readonly Entry[], time: number): Uint8Array<ArrayBuffer> {
  const sizes = entries.map((it) => BLOCK + Math.ceil(it.content.length / BLOCK) * BLOCK);
  const written = new Uint8Array(sizes.reduce((sum, it) => sum + it, 0));
  let at = 0;
  entries.forEach(({ name, content }, i) => {
    written.set(header(name, content.length, time), at);
    written.set(content, at + BLOCK);
    at += sizes[i]!;
  });
  return written;
}

/**
 * Reads what {@link writeTar} writes and nothing else: every byte has to be the one that would be written.
 *
 * @throws Malformed
 */
export function readTar(bytes: Uint8Array, time: number): Entry[] {
  const entries: Entry[] = [];
  for (let at = 0; at < bytes.length; ) {
    const { name, size } = readHeader(bytes.subarray(at, at + BLOCK));
    const content = bytes.subarray(at + BLOCK, at + BLOCK + size);
    const next = at + BLOCK + Math.ceil(size / BLOCK) * BLOCK;
    if (next > bytes.length || bytes.subarray(at + BLOCK + size, next).some((it) => it !== 0)) {
      throw new Malformed('an entry that is cut off, or filled with something');
    }
    if (!same(header(name, size, time), bytes.subarray(at, at + BLOCK))) {
      throw new Malformed('a header that is not as it has to be');
    }
    entries.push({ name, content });
    at = next;
  }
  return entries;
}

/** The first entry, which tells the time of all. @throws Malformed */
export function firstEntry(bytes: Uint8Array): Entry {
  const { name, size } = readHeader(bytes.subarray(0, BLOCK));
  return { name, content: bytes.subarray(BLOCK, BLOCK + size) };
}

function readHeader(block: Uint8Array): { name: string; size: number } {
  if (block.length < BLOCK) {
    throw new Malformed('a header that is cut off');
  }
  const letters = String.fromCharCode(...block.subarray(0, HEADER_END));
  const name = letters.slice(0, 100).replace(/\0.*$/s, '');
  const size = letters.slice(124, 135);
  if (!/^[\w.]+$/.test(name) || !/^[0-7]{11}$/.test(size)) {
    throw new Malformed('a name or size that cannot be');
  }
  return { name, size: parseInt(size, 8) };
}

function same(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((it, i) => it === b[i]);
}
