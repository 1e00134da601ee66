import { Malformed } from './group';
import { count, parsed, record, text } from './reading';
import { hexHash } from './sha256';
import { firstEntry, readTar, writeTar, type Entry } from './tar';

/** The history of an election: a chain of events, each with the hash of the one before, and the data that they point to. */

export type EventType = 'Setup' | 'Ballot' | 'EndBallots' | 'EncryptedTally' | 'PartialDecryption' | 'Result';

/** How many files stand before each event. The last one is what it points to. */
const DATA: Readonly<Record<EventType, number>> = {
  Setup: 4,
  Ballot: 1,
  EndBallots: 0,
  EncryptedTally: 2,
  PartialDecryption: 2,
  Result: 1,
};

export interface Happening {
  type: EventType;
  /** Of this event: who knows it knows all before. */
  hash: string;
  data: string[];
}

export interface History {
  /** Seconds since 1970. */
  time: number;
  events: Happening[];
}

const utf8 = new TextEncoder();
const HEADER = 'BELENIOS';
const NAME = /^[0-9a-f]{64}\.(?:data|event)\.json$/;

/** Adds one event after another. */
export class ArchiveWriter {
  private readonly entries: Entry[];
  private readonly events: Happening[] = [];

  constructor(private readonly time: number) {
    this.entries = [{ name: HEADER, content: utf8.encode(JSON.stringify({ version: 1, timestamp: time.toString() })) }];
  }

  /** @param data all files that belong to it; the last is the one it points to */
  add(type: EventType, ...data: string[]): void {
    const hashes = data.map((it) => this.put(it, 'data'));
    const event = JSON.stringify({
      parent: this.events.at(-1)?.hash,
      height: this.events.length,
      type,
      payload: hashes.at(-1),
    });
    this.events.push({ type, hash: this.put(event, 'event'), data });
  }

  setup(election: string, trustees: string, credentials: string): void {
    const setup = JSON.stringify({
      election: hexHash(election),
      trustees: hexHash(trustees),
      credentials: hexHash(credentials),
    });
    this.add('Setup', election, trustees, credentials, setup);
  }

  encryptedTally(tally: string, counted: number, weight: number): void {
    this.add(
      'EncryptedTally',
      tally,
      JSON.stringify({ num_tallied: counted, total_weight: weight, encrypted_tally: hexHash(tally) }),
    );
  }

  /** @param owner number of the trustee, from 1 */
  partialDecryption(owner: number, partial: string): void {
    this.add('PartialDecryption', partial, JSON.stringify({ owner, payload: hexHash(partial) }));
  }

  get head(): string {
    return this.events.at(-1)?.hash ?? '';
  }

  bytes(): Uint8Array<ArrayBuffer> {
    return writeTar(this.entries, this.time);
  }

  private put(content: string, kind: 'data' | 'event'): string {
    const hash = hexHash(content);
    this.entries.push({ name: `${hash}.${kind}.json`, content: utf8.encode(content) });
    return hash;
  }
}

/** The files of an archive, in their order. */
export interface Files {
  time: number;
  entries: Entry[];
}

/**
 * Reads the files of an archive whose bytes are exactly those that they give.
 *
 * @throws Malformed
 */
export function readFiles(bytes: Uint8Array): Files {
  const time = readTime(firstEntry(bytes));
  const [, ...entries] = readTar(bytes, time);
  if (!entries.every((it) => NAME.test(it.name))) {
    throw new Malformed('a file that belongs to no archive of an election');
  }
  return { time, entries };
}

/**
 * Follows the chain of events.
 *
 * @throws Malformed
 */
export function readHistory({ time, entries }: Files): History {
  const events: Happening[] = [];
  let before: { hash: string; text: string }[] = [];
  for (const entry of entries) {
    const text = readText(entry.content);
    const hash = hexHash(entry.content);
    if (entry.name === `${hash}.data.json`) {
      before.push({ hash, text });
    } else if (entry.name === `${hash}.event.json`) {
      const event = readEvent(text, events, before);
      events.push({ type: event, hash, data: before.map((it) => it.text) });
      before = [];
    } else {
      throw new Malformed('a file whose name is not the hash of its content');
    }
  }
  if (before.length > 0) {
    throw new Malformed('data that belong to no event');
  }
  return { time, events };
}

function readText(content: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content);
  } catch {
    throw new Malformed('not in UTF-8');
  }
}

function readTime({ name, content }: Entry): number {
  const { version, timestamp } = record(parsed(readText(content)), 'version', 'timestamp');
  if (name !== HEADER || version !== 1 || !/^(0|[1-9]\d{0,9})$/.test(text(timestamp))) {
    throw new Malformed('not an archive of an election');
  }
  return Number(timestamp);
}

function readEvent(json: string, events: readonly Happening[], before: readonly { hash: string }[]): EventType {
  const parent = events.at(-1)?.hash;
  const fields = record(parsed(json), ...(parent === undefined ? [] : ['parent']), 'height', 'type', 'payload?');
  const type = text(fields['type']);
  if (fields['parent'] !== parent || count(fields['height']) !== events.length) {
    throw new Malformed('an event that does not follow the one before');
  }
  if (!isEventType(type)) {
    throw new Malformed(`an event of an unknown kind: ${type.slice(0, 40)}`);
  }
  if (before.length !== DATA[type] || fields['payload'] !== before.at(-1)?.hash) {
    throw new Malformed(`other data than belong to ${type}`);
  }
  return type;
}

function isEventType(type: string): type is EventType {
  return Object.hasOwn(DATA, type);
}
