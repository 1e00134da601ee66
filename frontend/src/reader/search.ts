// Search across all documents of a meeting: in the text of their pages, one document after the other.
import { find, fold, type Folded } from './folding';
import type { Item, Meeting, ReaderDocument } from './source';

export interface Hit {
  page: number;
  before: string;
  match: string;
  after: string;
}

export interface DocumentHits {
  item: Item;
  document: ReaderDocument;
  hits: Hit[];
  /** How many there are, also those that are not listed. */
  count: number;
}

const AROUND = 48;
const MOST_LISTED = 30;

/** Texts of pages by version of a document, read once. */
export class PacketTexts {
  private readonly known = new Map<string, Promise<Folded[]>>();
  private readonly originals = new Map<string, string[]>();

  constructor(private readonly read: (document: ReaderDocument) => Promise<string[]>) {}

  pages(document: ReaderDocument): Promise<Folded[]> {
    const key = `${document.id}/${document.fingerprint}`;
    let pages = this.known.get(key);
    if (!pages) {
      pages = this.read(document).then((texts) => {
        this.originals.set(key, texts);
        return texts.map(fold);
      });
      pages.catch(() => this.known.delete(key)); // asked again with the next search
      this.known.set(key, pages);
    }
    return pages;
  }

  original(document: ReaderDocument): string[] {
    return this.originals.get(`${document.id}/${document.fingerprint}`) ?? [];
  }
}

/** @param heard is told of each document that was searched; how many are done, and what was found in it */
export async function searchPacket(
  meeting: Meeting,
  texts: PacketTexts,
  query: string,
  signal: AbortSignal,
  heard: (done: number, found: DocumentHits | null, unreadable: ReaderDocument | null) => void,
): Promise<void> {
  let done = 0;
  const seen = new Set<string>();
  for (const item of meeting.items) {
    for (const document of item.documents) {
      if (signal.aborted) return;
      done++;
      if (seen.has(document.id)) {
        heard(done, null, null);
        continue;
      }
      seen.add(document.id);
      try {
        const pages = await texts.pages(document);
        if (signal.aborted) return;
        heard(done, hits(item, document, pages, texts.original(document), query), null);
      } catch {
        heard(done, null, document); // it is said to the reader that this one was not searched
      }
    }
  }
}

function hits(item: Item, document: ReaderDocument, pages: Folded[], originals: string[], query: string): DocumentHits | null {
  const listed: Hit[] = [];
  let count = 0;
  pages.forEach((folded, number) => {
    for (const [start, end] of find(folded, query)) {
      count++;
      if (listed.length < MOST_LISTED) listed.push({ page: number + 1, ...snippet(originals[number], start, end) });
    }
  });
  return count ? { item, document, hits: listed, count } : null;
}

export function snippet(text: string, start: number, end: number): { before: string; match: string; after: string } {
  const line = (piece: string) => piece.replace(/\s+/g, ' ');
  const from = Math.max(0, start - AROUND);
  const to = Math.min(text.length, end + AROUND);
  const before = line(text.slice(from, start)).replace(/^\S*\s(?=.{8})/, from > 0 ? '… ' : '$&');
  const after = line(text.slice(end, to)).replace(/\s\S*$/, to < text.length ? ' …' : '$&');
  return { before, match: line(text.slice(start, end)), after };
}
