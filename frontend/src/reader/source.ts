// The contract of the reader: what it shows, and the one interface through which it reaches whatever keeps that.
// The server's side of it is docs/adr/0150-reading-in-the-browser.md.

import type { DraftShelf } from './drafts';

/** A UUID in lower case, made by whoever creates the thing. */
export type Id = string;

/** A moment as ISO 8601 in UTC. */
export type Moment = string;

export interface MeetingEntry {
  id: Id;
  title: string;
  organization: string;
  start: Moment;
  /** IANA name of the body's zone, in which times are shown. */
  zone: string;
}

export interface Meeting extends MeetingEntry {
  /** Differs whenever something in the list of items and documents differs for this reader. */
  version: string;
  /** Whether this reader may see what is not for the public in it: its items, and what was decided there. */
  whole: boolean;
  items: Item[];
  /** How to report in the meeting that this device does not work; none for who may not. What was taken along before has none. */
  report?: ReportingWay | null;
}

export interface ReportingWay {
  phone: string;
  mail: string;
  /** Lines of a letterhead, where neither was entered. */
  office: string[];
}

export interface Item {
  id: Id;
  /** As printed, such as "Ö 1.2". */
  number: string;
  /** 0 at the top. */
  depth: number;
  title: string;
  nonPublic: boolean;
  documents: ReaderDocument[];
}

export interface ReaderDocument {
  /** Of the paper whose wording it is, or of the file. */
  id: Id;
  title: string;
  kind: 'PAPER' | 'FILE';
  /** Known only for some. */
  pages: number | null;
  /** Size of what was filed, known only for files. */
  bytes: number | null;
  /** Not known to everybody: its pages carry the reader's name, and no cache may keep it in clear. */
  nonPublic: boolean;
  /** Of the content. A new version has another one, and is unread. */
  fingerprint: string;
  /** Whether this reader has not read this version. */
  new: boolean;
  /** Where its bytes are; asks for the rights each time. */
  address: string;
  /** Where the original lies, for what cannot be shown as pages; none for the wording of a paper. */
  original: string | null;
}

/** Colours of highlights. Each has a pattern of its own as well: colour alone says nothing to some. */
export const COLOURS = ['YELLOW', 'GREEN', 'BLUE', 'RED'] as const;
export type Colour = (typeof COLOURS)[number];

/** Left, bottom, right, top in the page's own units (PDF user space). */
export type Rectangle = [number, number, number, number];

/**
 * Something a person put on a page. A highlight may have notes; a note without highlight has one rectangle, a point.
 * Of one with `deleted` only the identifier counts.
 */
export interface Mark {
  id: Id;
  document: Id;
  fingerprint: string;
  /** Counted from 1. */
  page: number;
  kind: 'HIGHLIGHT' | 'NOTE';
  colour: Colour | null;
  places: Rectangle[];
  /** The words below the highlight. */
  quote: string;
  /** One text, or several that were written at the same time on two devices: nothing is lost, the person chooses. */
  texts: MarkText[];
  shared: boolean;
  /** Grows with every change. */
  version: number;
  mine: boolean;
  /** Whose it is. */
  author: string;
  deleted: boolean;
}

export interface MarkText {
  /** The operation that wrote it. */
  id: Id;
  text: string;
  writtenAt: Moment;
}

/** Where somebody was reading. */
export interface Place {
  document: Id;
  page: number;
  at: Moment;
}

export interface Marks {
  /** For the next question. */
  cursor: string;
  /** Whether `own` are all of the reader's own, in place of all known before; else only what changed since. */
  complete: boolean;
  own: Mark[];
  /** All that the reader's group shares with them now, in place of all known before. */
  group: Mark[];
  /** Versions that were read: "document/fingerprint". */
  read: string[];
  places: Place[];
  /** Short name of the group with which the reader may share; none without one. */
  groupName: string | null;
}

/** What a person does. Each is done once, however often it is sent: `id` says which one it is. */
export type Operation = { id: Id } & (
  | {
      act: 'MARK';
      mark: Id;
      document: Id;
      fingerprint: string;
      page: number;
      kind: Mark['kind'];
      colour: Colour | null;
      places: Rectangle[];
      quote: string;
    }
  | { act: 'COLOUR'; mark: Id; colour: Colour }
  /** Writes a text in place of those its writer saw. An empty one only takes those away. */
  | { act: 'TEXT'; mark: Id; text: string; replaces: Id[] }
  /** `seen` is the version its sender saw: sharing that was ended meanwhile is not begun again. */
  | { act: 'SHARE'; mark: Id; shared: boolean; seen: number }
  /** Takes the mark away, unless a text was written that its sender did not see. */
  | { act: 'DELETE'; mark: Id; replaces: Id[] }
  | { act: 'READ'; document: Id; fingerprint: string; read: boolean }
  | { act: 'PLACE'; document: Id; page: number }
);

export interface Outcome {
  operation: Id;
  /** DONE now, KNOWN from before, or REFUSED for good: none of them is sent again. */
  outcome: 'DONE' | 'KNOWN' | 'REFUSED';
  /** Why it was refused, in the reader's language. */
  message: string | null;
}

/** Bytes of a document, or an address that a PDF viewer may read in stretches. */
export type DocumentData = { bytes: ArrayBuffer } | { url: string };

export interface Condition {
  online: boolean;
  /** How many operations wait to be sent. */
  pending: number;
  /** Whether those that wait outlive this page. */
  safe?: boolean;
  /** Somebody else signed in meanwhile: what waits is not sent in their name. */
  stranger?: boolean;
}

/** Why something cannot be had. */
export class SourceFault extends Error {
  constructor(
    readonly kind:
      /** There is no such thing for this reader. */
      | 'GONE'
      /** Nobody is signed in. */
      | 'SIGNED_OUT'
      /** Somebody else is signed in than who began to read. */
      | 'OTHER_ACCOUNT'
      /** It is being converted; ask again in a few seconds. */
      | 'NOT_YET'
      /** It cannot be made into pages. */
      | 'NO_PAGES'
      /** No connection, and not taken along. */
      | 'OFFLINE',
  ) {
    super(kind);
  }
}

/** The server was reached and broke down over what it was asked: to be tried again, as without connection. */
export class BrokenDown extends SourceFault {
  constructor() {
    super('OFFLINE');
  }
}

/**
 * Everything the reader asks for and does. Fires "condition" when `condition` changed, and "changed" when marks may have
 * changed by somebody else than the caller, and "unlocked" when more can be read than before.
 */
export interface ReaderSource extends EventTarget {
  readonly condition: Condition;
  /** Where notes that are being written outlive the page; none without such a place. */
  readonly drafts?: DraftShelf;
  meetings(): Promise<MeetingEntry[]>;
  meeting(id: Id): Promise<Meeting>;
  document(document: ReaderDocument): Promise<DocumentData>;
  /** Text of each page, as far as it is known already; null if not: then it is read out of the document itself. */
  pageTexts(document: ReaderDocument): Promise<string[] | null>;
  marks(meeting: Id, since: string | null): Promise<Marks>;
  /** Fulfilled when the operations are safe: with whoever keeps them, or on this device until they can be sent. */
  save(meeting: Id, operations: Operation[]): Promise<Outcome[]>;
}
