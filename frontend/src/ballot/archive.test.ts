import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ArchiveWriter, readFiles, readHistory } from './archive';
import { Malformed } from './group';
import { writeTar, type Entry } from './tar';

const TIME = 1_790_000_000;

function sample(): ArchiveWriter {
  const archive = new ArchiveWriter(TIME);
  archive.setup('{"name":"Ä"}', '[]', '[]');
  archive.add('Ballot', '{"a":1}');
  archive.add('EndBallots');
  return archive;
}

const read = (bytes: Uint8Array) => readHistory(readFiles(bytes));

/** The files of the sample, changed. */
function rewritten(change: (entries: Entry[]) => void): Uint8Array {
  const bytes = sample().bytes();
  const first = { name: 'BELENIOS', content: new TextEncoder().encode(`{"version":1,"timestamp":"${TIME}"}`) };
  const entries = [first, ...readFiles(bytes).entries];
  change(entries);
  return writeTar(entries, TIME);
}

test('what is written is read again: events, their hashes and data', () => {
  const archive = sample();

  const { time, events } = read(archive.bytes());

  assert.equal(time, TIME);
  assert.deepEqual(events.map((it) => it.type), ['Setup', 'Ballot', 'EndBallots']);
  assert.deepEqual(events[1]!.data, ['{"a":1}']);
  assert.equal(events.at(-1)!.hash, archive.head);
  assert.deepEqual(rewritten(() => {}), archive.bytes());
});

test('blocks of zeros at the end, missing bytes, and bytes behind the end of a file are refused', () => {
  const bytes = sample().bytes();
  assert.throws(() => read(new Uint8Array([...bytes, ...new Uint8Array(1_024)])), Malformed);
  assert.throws(() => read(bytes.subarray(0, bytes.length - 512)), Malformed);
  assert.throws(() => read(bytes.subarray(0, 700)), Malformed);
  assert.throws(() => read(new Uint8Array(0)), Malformed);
  const filled = bytes.slice();
  filled[filled.length - 1] = 1;
  assert.throws(() => read(filled), Malformed);
});

test('files that are left out, put in, moved, renamed or of another time are refused', () => {
  for (const [what, change] of Object.entries<(entries: Entry[]) => void>({
    'an event left out': (it) => void it.splice(7, 1),
    'data left out': (it) => void it.splice(6, 1),
    'data put in': (it) => void it.splice(6, 0, it[1]!),
    'data at the end': (it) => void it.push(it[1]!),
    'two moved': (it) => void it.splice(5, 2, it[6]!, it[5]!),
    'one renamed': (it) => (it[6] = { ...it[6]!, name: it[1]!.name }),
    'another kind': (it) => (it[6] = { ...it[6]!, name: it[6]!.name.replace('data', 'event') }),
    'another content': (it) => (it[6] = { ...it[6]!, content: new TextEncoder().encode('{"a":2}') }),
    'not in UTF-8': (it) => (it[6] = { ...it[6]!, content: new Uint8Array([0xff]) }),
    'another time': (it) => (it[0] = { ...it[0]!, content: new TextEncoder().encode('{"version":1,"timestamp":"1"}') }),
    'a number for the time': (it) => (it[0] = { ...it[0]!, content: new TextEncoder().encode(`{"version":1,"timestamp":${TIME}}`) }),
  })) {
    assert.throws(() => read(rewritten(change)), Malformed, what);
  }
});
