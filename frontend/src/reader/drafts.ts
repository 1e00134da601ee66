// Notes that are being written: each knows from its beginning where it belongs, and no word of it goes without being asked for.
import { newId } from './marks';
import type { Condition, Id, Operation, Rectangle } from './source';

export interface Draft {
  meeting: Id;
  document: Id;
  /** Title of the document. */
  title: string;
  fingerprint: string;
  mark: Id;
  text: string;
  /** The text before. */
  before: string;
  replaces: Id[];
  /** Where it will be, for a note that is not there yet. */
  at: { page: number; places: Rectangle[] } | null;
}

/** Where notes that are being written outlive the page. */
export interface DraftShelf {
  /** @returns whether it lies there now */
  keep(draft: Draft): Promise<boolean>;
  drop(mark: Id): Promise<void>;
  all(): Promise<Draft[]>;
}

/** Whether it holds words that are nowhere else. */
export function isBegun(draft: Draft): boolean {
  return draft.text.trim() !== draft.before.trim();
}

/** Whether something would be lost with the page: also while the server is reached, but nobody is signed in there. */
export function wouldLose(condition: Condition, drafts: Pick<Drafts, 'isUnsafe'>): boolean {
  return (condition.pending > 0 && !condition.safe) || drafts.isUnsafe;
}

/** Text without what no database keeps: NUL, and halves of characters. */
export function clean(text: string): string {
  return text.replace(/[\0\p{Surrogate}]/gu, '');
}

/** What saving it does; nothing if there is nothing to save. */
export function operationsOf(draft: Draft, isThere: boolean): Operation[] {
  const text = clean(draft.text).trim();
  if (draft.at && !text) return [];
  const operations: Operation[] = [];
  if (draft.at && !isThere) {
    operations.push({
      id: newId(),
      act: 'MARK',
      mark: draft.mark,
      document: draft.document,
      fingerprint: draft.fingerprint,
      page: draft.at.page,
      kind: 'NOTE',
      colour: null,
      places: draft.at.places,
      quote: '',
    });
  }
  if (text || draft.replaces.length) {
    operations.push({ id: newId(), act: 'TEXT', mark: draft.mark, text, replaces: draft.replaces });
  }
  return operations;
}

export class Drafts {
  private shown: Draft | null = null;
  /** Those that could not be saved, or were found again, while another one is written. */
  private readonly further: Draft[] = [];
  /** Texts that lie on the shelf, by mark. */
  private readonly kept = new Map<Id, string>();
  private turn: Promise<void> = Promise.resolve();

  constructor(private readonly shelf: DraftShelf | undefined) {}

  get current(): Draft | null {
    return this.shown;
  }

  /** Begins one. One that was begun before waits behind it. */
  begin(draft: Draft): void {
    if (this.shown) this.further.unshift(this.shown);
    this.shown = draft;
  }

  /** Takes the one that is written away, to save it. It stays on the shelf until it is forgotten. */
  take(): Draft | null {
    const taken = this.shown;
    this.shown = this.further.shift() ?? null;
    return taken;
  }

  /** It could not be saved, or lay on the shelf: its words are shown again. */
  putBack(draft: Draft): void {
    if (this.shown) this.further.push(draft);
    else this.shown = draft;
  }

  /** It was saved or given up. */
  forget(draft: Draft): Promise<void> {
    return this.next(async () => {
      if (this.kept.delete(draft.mark)) await this.shelf?.drop(draft.mark);
    });
  }

  /** Whether words would be lost with the page. */
  get isUnsafe(): boolean {
    return this.every.some((it) => isBegun(it) && this.kept.get(it.mark) !== it.text);
  }

  /** Lays what is written on the shelf, as far as there is one. */
  keep(): Promise<void> {
    return this.next(async () => {
      for (const draft of this.every) {
        const text = draft.text;
        if (isBegun(draft)) {
          if (this.kept.get(draft.mark) !== text && (await this.shelf?.keep({ ...draft }))) this.kept.set(draft.mark, text);
        } else if (this.kept.delete(draft.mark)) {
          await this.shelf?.drop(draft.mark);
        }
      }
    });
  }

  /** @returns whether any lay on the shelf that are not shown yet */
  async recover(): Promise<boolean> {
    let found = false;
    await this.next(async () => {
      for (const draft of (await this.shelf?.all()) ?? []) {
        if (this.kept.has(draft.mark) || this.every.some((it) => it.mark === draft.mark)) continue;
        this.kept.set(draft.mark, draft.text);
        this.putBack(draft);
        found = true;
      }
    });
    return found;
  }

  private get every(): Draft[] {
    return this.shown ? [this.shown, ...this.further] : this.further;
  }

  private next(work: () => Promise<void>): Promise<void> {
    const mine = this.turn.then(work);
    this.turn = mine.catch(() => {}); // whoever asked hears of it; the next one is done all the same
    return mine;
  }
}
