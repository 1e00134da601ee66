import { SourceFault, type Id, type Marks, type Meeting, type ReaderDocument, type ReaderSource } from '../reader/source';
import { marksOf } from './outbox';
import { merged } from './overlay';
import type { Vault } from './vault';

/** The meetings that were taken along: fetched piece by piece, sealed, and brought up to date whenever there is contact. */

/** What is known of a meeting on this device. */
export interface Entry {
  meeting: Meeting;
  paused: boolean;
  takenAt: number;
}

/** Of one document on this device. */
interface Head {
  tag: string | null;
  pieces: number;
  bytes: number;
  complete: boolean;
  /** It cannot be made into pages, or is gone: there is nothing to fetch. */
  missing: boolean;
}

export type DocumentState = 'WAITING' | 'LOADING' | 'CONVERTING' | 'READY' | 'MISSING';

export interface DocumentProgress {
  id: Id;
  title: string;
  state: DocumentState;
  /** Bytes that lie here. */
  bytes: number;
}

/** BROKEN_OFF goes on by itself when there is a network; NO_ROOM does not. */
export type LuggageState = 'LOADING' | 'PAUSED' | 'BROKEN_OFF' | 'NO_ROOM' | 'READY';

export interface Luggage {
  meeting: Id;
  title: string;
  start: string;
  zone: string;
  state: LuggageState;
  documents: DocumentProgress[];
  bytes: number;
}

/** What the server is told of a meeting on this device. */
export interface Declared {
  meeting: Id;
  /** Whether its holder could see what is not for the public when it was fetched: else it may stay with whoever sees the rest. */
  nonPublic: boolean;
  size: number;
}

export interface LuggageSurroundings {
  fetch(address: string, request: RequestInit): Promise<Response>;
  wait(milliseconds: number, signal: AbortSignal): Promise<void>;
  /** Tells the server what lies here. @returns those that may */
  declare(meetings: Declared[]): Promise<Id[]>;
  now(): number;
}

/** Of this size a document is kept in pieces, so that a lost connection costs one piece at most. */
export const PIECE = 1 << 20;

/** Whoever tells or asks what may lie here holds this turn. */
export const STANDING = 'standing';

/** What a document takes of which the size is not known before. */
const USUAL = 200_000;

const NO_HEAD: Head = { tag: null, pieces: 0, bytes: 0, complete: false, missing: false };

/** What a meeting will take, as far as it is known. */
export function spaceNeeded(meeting: Meeting): number {
  return documentsOf(meeting).reduce((sum, it) => sum + (it.bytes ?? USUAL), 0);
}

export function documentsOf(meeting: Meeting): ReaderDocument[] {
  const all = new Map(meeting.items.flatMap((item) => item.documents).map((it) => [it.id, it]));
  return [...all.values()];
}

export class LuggageRoom extends EventTarget {
  private readonly shown = new Map<Id, Luggage>();
  private readonly running = new Map<Id, AbortController>();

  constructor(
    private readonly vault: Vault,
    private readonly server: ReaderSource,
    private readonly around: LuggageSurroundings,
  ) {
    super();
  }

  /** Those known so far, without asking anything. */
  get all(): Luggage[] {
    return [...this.shown.values()].sort((one, other) => one.start.localeCompare(other.start));
  }

  async ids(): Promise<Id[]> {
    return (await this.vault.places('meeting/')).filter((it) => it.endsWith('/entry')).map((it) => it.split('/')[1]!);
  }

  async entry(meeting: Id): Promise<Entry | undefined> {
    return this.vault.read<Entry>(entryAt(meeting));
  }

  /** Reads what lies here, after unlocking. */
  async look(): Promise<void> {
    this.shown.clear();
    for (const id of await this.ids()) {
      await this.show(id, 'BROKEN_OFF');
    }
    this.changed();
  }

  /** Takes a meeting along, or goes on with it. The server is told first: nothing lies here of which it does not know. */
  async take(id: Id): Promise<void> {
    if ((await this.entry(id)) === undefined) {
      const meeting = await this.server.meeting(id);
      await this.vault.turn(STANDING, async () => {
        const one = { meeting: id, nonPublic: isWhole(meeting), size: 0 };
        if (!(await this.around.declare([...(await this.lying()), one])).includes(id)) {
          throw new SourceFault('GONE');
        }
        await this.vault.write([[entryAt(id), { meeting, paused: false, takenAt: this.around.now() } satisfies Entry]]);
      });
    }
    await this.pausedIs(id, false);
    await this.bringUpToDate(id);
  }

  async pause(id: Id): Promise<void> {
    await this.pausedIs(id, true);
    this.running.get(id)?.abort();
    await this.show(id, 'PAUSED');
    this.changed();
  }

  /** Takes a meeting away from this device. */
  async remove(id: Id): Promise<void> {
    this.running.get(id)?.abort();
    this.shown.delete(id);
    await this.vault.remove(`meeting/${id}/`);
    this.changed();
  }

  /** Whatever changed is fetched, what one may no longer see is taken away. */
  async bringAllUpToDate(): Promise<void> {
    for (const id of await this.ids()) {
      if (!(await this.entry(id))?.paused) {
        await this.bringUpToDate(id);
      }
    }
  }

  private async bringUpToDate(id: Id): Promise<void> {
    if (this.running.has(id)) {
      return;
    }
    const abort = new AbortController();
    this.running.set(id, abort);
    try {
      await this.vault.turn(`take-${id}`, () => this.work(id, abort.signal));
    } catch (fault) {
      if (fault instanceof SourceFault && fault.kind === 'GONE') {
        this.running.delete(id);
        await this.remove(id);
        await this.declare();
      } else if (!this.vault.isOpen || (await this.entry(id)) === undefined) {
        this.shown.delete(id); // taken away meanwhile, or locked
      } else {
        await this.show(id, stateAfter(fault, (await this.entry(id))?.paused ?? false));
        if (!isExpected(fault)) {
          throw fault;
        }
      }
    } finally {
      this.running.delete(id);
      this.changed();
    }
  }

  private async work(id: Id, signal: AbortSignal): Promise<void> {
    const meeting = await this.server.meeting(id);
    const before = await this.entry(id);
    if (before === undefined) {
      return; // taken away in another window
    }
    await this.dropOutdated(id, meeting);
    await this.enter(id, { ...before, meeting }, before.meeting);
    await this.refreshMarks(id);
    await this.show(id, 'LOADING');
    this.changed();
    for (const document of documentsOf(meeting)) {
      await this.fetchWhole(id, document, signal);
    }
    await this.show(id, 'READY');
    await this.declare();
  }

  /** The server is told what will lie here before it does, and that less lies here only afterwards. */
  private async enter(id: Id, entry: Entry, before: Meeting): Promise<void> {
    if (isWhole(entry.meeting) && !isWhole(before)) {
      await this.vault.turn(STANDING, async () => {
        const others = (await this.lying()).filter((it) => it.meeting !== id);
        const one = { meeting: id, nonPublic: true, size: await this.size(id, before) };
        if (!(await this.around.declare([...others, one])).includes(id)) {
          throw new SourceFault('GONE');
        }
        await this.vault.write([[entryAt(id), entry]]);
      });
      return;
    }
    await this.vault.write([[entryAt(id), entry]]);
    if (isWhole(before) && !isWhole(entry.meeting)) {
      await this.declare();
    }
  }

  async refreshMarks(id: Id): Promise<Marks> {
    const before = await this.vault.read<Marks>(marksOf(id));
    const marks = merged(before, await this.server.marks(id, before?.cursor ?? null));
    await this.vault.write([[marksOf(id), marks]]);
    return marks;
  }

  private async fetchWhole(id: Id, document: ReaderDocument, signal: AbortSignal): Promise<void> {
    let head = await this.head(id, document);
    head = head.missing ? NO_HEAD : head; // it may be there by now
    while (!head.complete && !head.missing) {
      signal.throwIfAborted();
      this.note(id, document, 'LOADING', head.bytes);
      const response = await this.around.fetch(document.address, {
        headers: head.pieces > 0 && head.tag ? { Range: `bytes=${head.pieces * PIECE}-`, 'If-Range': head.tag } : {},
        credentials: 'same-origin',
        cache: 'no-store',
        signal,
      });
      if (response.status === 202) {
        this.note(id, document, 'CONVERTING', head.bytes);
        await this.around.wait(Number(response.headers.get('Retry-After') ?? 3) * 1_000, signal);
      } else if (response.status === 415 || response.status === 404) {
        head = { ...NO_HEAD, missing: true };
        await this.vault.write([[headAt(id, document), head]]);
      } else if (response.status === 401 || response.status === 403) {
        throw new SourceFault('SIGNED_OUT');
      } else if (!response.ok || response.body === null) {
        throw new SourceFault('OFFLINE'); // the server will do better another time
      } else {
        head = await this.keep(id, document, response.status === 206 ? head : NO_HEAD, response, signal);
      }
    }
    if (head.complete) {
      await this.keepTexts(id, document);
    }
    this.note(id, document, head.missing ? 'MISSING' : 'READY', head.bytes);
  }

  private async keep(id: Id, document: ReaderDocument, before: Head, response: Response, signal: AbortSignal): Promise<Head> {
    let head: Head = { ...before, tag: response.headers.get('ETag') };
    const expected = response.headers.get('Content-Length');
    let received = 0;
    let rest = new Uint8Array(PIECE);
    let filled = 0;
    const reader = response.body!.getReader();
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      signal.throwIfAborted();
      received += read.value.length;
      for (let from = 0; from < read.value.length;) {
        const part = read.value.subarray(from, from + PIECE - filled);
        rest.set(part, filled);
        filled += part.length;
        from += part.length;
        if (filled === PIECE) {
          head = await this.keepPiece(id, document, head, rest);
          rest = new Uint8Array(PIECE);
          filled = 0;
        }
      }
    }
    if (expected !== null && response.headers.get('Content-Encoding') === null && received !== Number(expected)) {
      throw new SourceFault('OFFLINE'); // cut off on the way
    }
    return this.keepPiece(id, document, head, rest.subarray(0, filled), true);
  }

  private async keepPiece(
    id: Id,
    document: ReaderDocument,
    head: Head,
    piece: Uint8Array<ArrayBuffer>,
    last = false,
  ): Promise<Head> {
    const after: Head = { ...head, pieces: head.pieces + 1, bytes: head.bytes + piece.length, complete: last };
    await this.vault.write([
      [pieceAt(id, document, head.pieces), piece],
      [headAt(id, document), after],
    ]);
    this.note(id, document, 'LOADING', after.bytes);
    return after;
  }

  private async keepTexts(id: Id, document: ReaderDocument): Promise<void> {
    if ((await this.vault.read(textsAt(id, document))) === undefined) {
      const texts = await this.server.pageTexts(document);
      if (texts !== null) {
        await this.vault.write([[textsAt(id, document), texts]]);
      }
    }
  }

  /** The document as it lies here, whole; undefined if it does not. */
  async document(document: ReaderDocument): Promise<ArrayBuffer | undefined> {
    for (const id of await this.ids()) {
      const head = await this.vault.read<Head>(headAt(id, document));
      if (head?.complete) {
        const whole = new Uint8Array(head.bytes);
        for (let piece = 0; piece < head.pieces; piece++) {
          const bytes = await this.vault.readBytes(pieceAt(id, document, piece));
          if (bytes === undefined) {
            return undefined; // taken away meanwhile
          }
          whole.set(new Uint8Array(bytes), piece * PIECE);
        }
        return whole.buffer;
      }
    }
    return undefined;
  }

  async texts(document: ReaderDocument): Promise<string[] | undefined> {
    for (const id of await this.ids()) {
      const texts = await this.vault.read<string[]>(textsAt(id, document));
      if (texts !== undefined) {
        return texts;
      }
    }
    return undefined;
  }

  /** What is no longer in the meeting, or in another version. */
  private async dropOutdated(id: Id, meeting: Meeting): Promise<void> {
    const present = new Set(documentsOf(meeting).map((it) => `${it.id}/${it.fingerprint}`));
    const outdated = new Set<string>();
    for (const place of await this.vault.places(`meeting/${id}/document/`)) {
      const [, , , document, fingerprint] = place.split('/');
      if (!present.has(`${document}/${fingerprint}`)) {
        outdated.add(`meeting/${id}/document/${document}/${fingerprint}/`);
      }
    }
    for (const it of outdated) {
      await this.vault.remove(it);
    }
  }

  private async declare(): Promise<void> {
    await this.vault.turn(STANDING, async () => {
      const lying = await this.lying();
      const may = await this.around.declare(lying);
      for (const it of lying.filter((one) => !may.includes(one.meeting))) {
        await this.remove(it.meeting);
      }
    });
  }

  /** After something was taken away. Without network it is told with the next contact. */
  async tellWhatLies(): Promise<void> {
    try {
      await this.declare();
    } catch (fault) {
      if (!isExpected(fault)) {
        throw fault;
      }
    }
  }

  private async lying(): Promise<Declared[]> {
    const entries = await Promise.all((await this.ids()).map((id) => this.entry(id)));
    return Promise.all(
      entries.flatMap((it) =>
        it === undefined
          ? []
          : [
              this.size(it.meeting.id, it.meeting).then((size) => ({
                meeting: it.meeting.id,
                nonPublic: isWhole(it.meeting),
                size,
              })),
            ],
      ),
    );
  }

  private async size(id: Id, meeting: Meeting): Promise<number> {
    const heads = await Promise.all(documentsOf(meeting).map((it) => this.head(id, it)));
    return heads.reduce((sum, it) => sum + it.bytes, 0);
  }

  private async head(id: Id, document: ReaderDocument): Promise<Head> {
    return (await this.vault.read<Head>(headAt(id, document))) ?? NO_HEAD;
  }

  private async pausedIs(id: Id, paused: boolean): Promise<void> {
    const entry = await this.entry(id);
    if (entry !== undefined && entry.paused !== paused) {
      await this.vault.write([[entryAt(id), { ...entry, paused }]]);
    }
  }

  private async show(id: Id, state: LuggageState): Promise<void> {
    const entry = await this.entry(id);
    if (entry === undefined) {
      return;
    }
    const documents: DocumentProgress[] = [];
    for (const document of documentsOf(entry.meeting)) {
      const head = await this.head(id, document);
      documents.push({
        id: document.id,
        title: document.title,
        state: head.missing ? 'MISSING' : head.complete ? 'READY' : 'WAITING',
        bytes: head.bytes,
      });
    }
    const whole = documents.every((it) => it.state === 'READY' || it.state === 'MISSING');
    const { title, start, zone } = entry.meeting;
    this.shown.set(id, {
      meeting: id,
      title,
      start,
      zone,
      state: whole ? 'READY' : entry.paused ? 'PAUSED' : state,
      documents,
      bytes: documents.reduce((sum, it) => sum + it.bytes, 0),
    });
  }

  private note(id: Id, document: ReaderDocument, state: DocumentState, bytes: number): void {
    const luggage = this.shown.get(id);
    if (luggage !== undefined) {
      const documents = luggage.documents.map((it) => (it.id === document.id ? { ...it, state, bytes } : it));
      this.shown.set(id, { ...luggage, documents, bytes: documents.reduce((sum, it) => sum + it.bytes, 0) });
      this.changed();
    }
  }

  private changed(): void {
    this.dispatchEvent(new Event('change'));
  }
}

/** Of what was taken along before the server said it, what lies in it says so. */
function isWhole(meeting: Meeting): boolean {
  return meeting.whole ?? meeting.items.some((item) => item.nonPublic || item.documents.some((it) => it.nonPublic));
}

function stateAfter(fault: unknown, paused: boolean): LuggageState {
  if (paused) {
    return 'PAUSED';
  }
  return fault instanceof DOMException && fault.name === 'QuotaExceededError' ? 'NO_ROOM' : 'BROKEN_OFF';
}

/** What a network and a full disk do. */
function isExpected(fault: unknown): boolean {
  return fault instanceof SourceFault || fault instanceof DOMException || fault instanceof TypeError;
}

function entryAt(meeting: Id): string {
  return `meeting/${meeting}/entry`;
}

function documentAt(meeting: Id, document: ReaderDocument): string {
  return `meeting/${meeting}/document/${document.id}/${document.fingerprint}`;
}

function headAt(meeting: Id, document: ReaderDocument): string {
  return `${documentAt(meeting, document)}/head`;
}

function pieceAt(meeting: Id, document: ReaderDocument, piece: number): string {
  return `${documentAt(meeting, document)}/${String(piece).padStart(6, '0')}`;
}

function textsAt(meeting: Id, document: ReaderDocument): string {
  return `${documentAt(meeting, document)}/texts`;
}
