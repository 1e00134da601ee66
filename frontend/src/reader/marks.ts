// What a reader sees of marks: what the source answered, with what they did since laid over it.
import type { Mark, MarkText, Marks, Meeting, Operation, Outcome, ReaderDocument } from './source';

interface State {
  own: Map<string, Mark>;
  read: Set<string>;
  pages: Map<string, { page: number; at: string }>;
}

export const version = (document: { id: string; fingerprint: string }) => `${document.id}/${document.fingerprint}`;

export class ReaderMarks extends EventTarget {
  private base: State = { own: new Map(), read: new Set(), pages: new Map() };
  private shown: State = this.base;
  private waiting: Operation[] = [];
  private others: Mark[] = [];
  cursor: string | null = null;
  groupName: string | null = null;

  /** What the source knows now. */
  take(answer: Marks): void {
    const own = answer.complete ? new Map<string, Mark>() : new Map(this.base.own);
    for (const mark of answer.own) {
      if (mark.deleted) own.delete(mark.id);
      else own.set(mark.id, mark);
    }
    this.base = {
      own,
      read: new Set(answer.read),
      pages: new Map(answer.places.map((it) => [it.document, { page: it.page, at: it.at }])),
    };
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
      if (outcome.outcome !== 'REFUSED') apply(this.base, operation, now);
    }
    this.show();
  }

  private show(): void {
    this.shown = {
      own: new Map(this.base.own),
      read: new Set(this.base.read),
      pages: new Map(this.base.pages),
    };
    const now = new Date();
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
    return this.shown.pages.get(document.id)?.page ?? 1;
  }

  /** The document of the meeting in which was read last. */
  lastDocument(meeting: Meeting): ReaderDocument | null {
    let found: ReaderDocument | null = null;
    let at = '';
    for (const document of documents(meeting)) {
      const place = this.shown.pages.get(document.id);
      if (place && place.at > at) {
        found = document;
        at = place.at;
      }
    }
    return found;
  }
}

/** Does to a copy of the state what the server does to its own; versions grow as they do there. */
function apply(state: State, operation: Operation, now: Date): void {
  const change = (id: string, how: (mark: Mark) => Partial<Mark>) => {
    const mark = state.own.get(id);
    if (mark) state.own.set(id, { ...mark, ...how(mark), version: mark.version + 1 });
  };
  switch (operation.act) {
    case 'MARK':
      if (!state.own.has(operation.mark)) {
        state.own.set(operation.mark, {
          id: operation.mark,
          document: operation.document,
          fingerprint: operation.fingerprint,
          page: operation.page,
          kind: operation.kind,
          colour: operation.colour,
          places: operation.places,
          quote: operation.quote,
          texts: [],
          shared: false,
          version: 1,
          mine: true,
          author: '',
          deleted: false,
        });
      }
      break;
    case 'COLOUR':
      change(operation.mark, () => ({ colour: operation.colour }));
      break;
    case 'TEXT':
      change(operation.mark, (mark) => ({ texts: rewritten(mark.texts, operation, now) }));
      break;
    case 'SHARE':
      change(operation.mark, () => ({ shared: operation.shared }));
      break;
    case 'DELETE': {
      const mark = state.own.get(operation.mark);
      const left = mark?.texts.filter((it) => !operation.replaces.includes(it.id)) ?? [];
      if (left.length) change(operation.mark, () => ({ texts: left }));
      else state.own.delete(operation.mark);
      break;
    }
    case 'READ': {
      const key = version({ id: operation.document, fingerprint: operation.fingerprint });
      if (operation.read) state.read.add(key);
      else state.read.delete(key);
      break;
    }
    case 'PLACE':
      state.pages.set(operation.document, { page: operation.page, at: now.toISOString() });
  }
}

function rewritten(texts: MarkText[], operation: Operation & { act: 'TEXT' }, now: Date): MarkText[] {
  const left = texts.filter((it) => !operation.replaces.includes(it.id) && it.id !== operation.id);
  return operation.text.trim() ? [...left, { id: operation.id, text: operation.text, writtenAt: now.toISOString() }] : left;
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

