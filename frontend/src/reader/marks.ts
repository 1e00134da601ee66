// What a reader sees of marks: what the source answered, with what they did since laid over it.
import { apply, copyOf, learned, nothingMarked, version } from './operations';
import type { Mark, Marks, Meeting, Operation, Outcome, ReaderDocument } from './source';

export class ReaderMarks extends EventTarget {
  private base = nothingMarked();
  private shown = this.base;
  private waiting: Operation[] = [];
  private others: Mark[] = [];
  cursor: string | null = null;
  groupName: string | null = null;

  /** What the source knows now. */
  take(answer: Marks): void {
    this.base = learned(this.base, answer);
    this.others = answer.group;
    this.cursor = answer.cursor;
    this.groupName = answer.groupName;
    this.show();
  }

  /** Something was done here; it is shown at once. */
  did(operations: Operation[]): void {
    this.waiting.push(...operations);
    this.show();
  }

  /** What came of it. */
  settled(outcomes: Outcome[], now = new Date()): void {
    for (const outcome of outcomes) {
      const at = this.waiting.findIndex((it) => it.id === outcome.operation);
      if (at < 0) continue;
      const [operation] = this.waiting.splice(at, 1);
      if (outcome.outcome !== 'REFUSED') apply(this.base, operation, now.toISOString());
    }
    this.show();
  }

  private show(): void {
    this.shown = copyOf(this.base);
    const now = new Date().toISOString();
    for (const operation of this.waiting) apply(this.shown, operation, now);
    this.dispatchEvent(new Event('changed'));
  }

  get own(): Mark[] {
    return [...this.shown.own.values()];
  }

  get group(): Mark[] {
    return this.others;
  }

  find(id: string): Mark | undefined {
    return this.shown.own.get(id) ?? this.others.find((it) => it.id === id);
  }

  isRead(document: ReaderDocument): boolean {
    return this.shown.read.has(version(document));
  }

  page(document: ReaderDocument): number {
    return this.shown.places.get(document.id)?.page ?? 1;
  }

  /** The document of the meeting in which was read last. */
  lastDocument(meeting: Meeting): ReaderDocument | null {
    let found: ReaderDocument | null = null;
    let at = '';
    for (const document of documents(meeting)) {
      const place = this.shown.places.get(document.id);
      if (place && place.at > at) {
        found = document;
        at = place.at;
      }
    }
    return found;
  }
}

export const newId = (): string => {
  // crypto.randomUUID exists on safe connections only, and some cities have none
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((it) => it.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
};

export function documents(meeting: Meeting): ReaderDocument[] {
  return meeting.items.flatMap((it) => it.documents);
}

/** The next document in the order of the agenda that is unread, beginning behind one and going round. */
export function nextUnread(meeting: Meeting, marks: ReaderMarks, after: string | null): ReaderDocument | null {
  const all = documents(meeting);
  const from = all.findIndex((it) => it.id === after) + 1;
  return [...all.slice(from), ...all.slice(0, Math.max(0, from - 1))].find((it) => !marks.isRead(it)) ?? null;
}

