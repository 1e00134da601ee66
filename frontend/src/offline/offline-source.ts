import type { Draft, DraftShelf } from '../reader/drafts';
import {
  BrokenDown,
  SourceFault,
  type Condition,
  type DocumentData,
  type Id,
  type Marks,
  type Meeting,
  type MeetingEntry,
  type Operation,
  type Outcome,
  type ReaderDocument,
  type ReaderSource,
} from '../reader/source';
import type { LuggageRoom } from './luggage';
import { marksOf, type Outbox } from './outbox';
import { withOperations } from './overlay';
import type { Vault } from './vault';

const DRAFT = 'draft/';

/** What this device keeps, once it is unlocked. */
export interface Kept {
  vault: Vault;
  outbox: Outbox;
  luggage: LuggageRoom;
}

/**
 * The reader's way to what it shows: the server where there is one, else what was taken along. What a person does goes into
 * the outbox first, if the device is unlocked, and is sent from there.
 */
export class OfflineSource extends EventTarget implements ReaderSource {
  /** Notes that are being written, sealed; while nothing is open here there is no place for them. */
  readonly drafts: DraftShelf = {
    keep: (draft) => {
      const keeping = this.keepDraft(draft);
      this.draftsKept = keeping;
      return keeping;
    },
    drop: async (mark) => {
      const kept = this.kept();
      if (kept !== null) {
        await kept.vault.write([[draftAt(mark), undefined]]);
      }
    },
    all: async () => {
      const vault = this.kept()?.vault;
      const places = (await vault?.places(DRAFT)) ?? [];
      const all = await Promise.all(places.map((place) => vault!.read<Draft>(place)));
      return all.filter((it) => it !== undefined);
    },
  };
  /** Fulfilled when what was to be laid there last lies there, or cannot. */
  draftsKept: Promise<unknown> = Promise.resolve();
  private pending = 0;
  private online: boolean;

  constructor(
    private readonly server: ReaderSource,
    /** Null while nothing is kept here, or it is locked. */
    private readonly kept: () => Kept | null,
    /** Sends operations once; what cannot be sent is refused, not kept. */
    private readonly post: (meeting: Id, operations: Operation[]) => Promise<Outcome[]>,
    online: boolean,
  ) {
    super();
    this.online = online;
    server.addEventListener('changed', () => this.dispatchEvent(new Event('changed')));
    server.addEventListener('condition', () => {
      this.online = server.condition.online;
      this.dispatchEvent(new Event('condition')); // also when only something waits, or somebody else signed in
    });
  }

  get condition(): Condition {
    return {
      online: this.online,
      pending: this.pending + this.server.condition.pending,
      safe: this.server.condition.pending === 0,
      stranger: this.server.condition.stranger,
    };
  }

  heardOfServer(online: boolean): void {
    if (online !== this.online) {
      this.online = online;
      this.dispatchEvent(new Event('condition'));
    }
  }

  pendingAre(pending: number): void {
    if (pending !== this.pending) {
      this.pending = pending;
      this.dispatchEvent(new Event('condition'));
    }
  }

  /** What lies here can be read from now on. */
  unlocked(): void {
    this.dispatchEvent(new Event('unlocked'));
  }

  /** Somebody else's marks came, or the server's. */
  marksChanged(): void {
    this.dispatchEvent(new Event('changed'));
  }

  meetings(): Promise<MeetingEntry[]> {
    return this.first(
      () => this.server.meetings(),
      async ({ luggage }) => {
        const entries = await Promise.all((await luggage.ids()).map((id) => luggage.entry(id)));
        return entries
          .flatMap((it) => (it ? [entryOf(it.meeting)] : []))
          .sort((one, other) => one.start.localeCompare(other.start));
      },
    );
  }

  meeting(id: Id): Promise<Meeting> {
    return this.first(
      () => this.server.meeting(id),
      async ({ luggage }) => (await luggage.entry(id))?.meeting,
    );
  }

  async document(document: ReaderDocument): Promise<DocumentData> {
    const bytes = await this.kept()?.luggage.document(document);
    return bytes === undefined ? this.asked(() => this.server.document(document)) : { bytes };
  }

  async pageTexts(document: ReaderDocument): Promise<string[] | null> {
    const kept = this.kept();
    if (kept === null) {
      return this.asked(() => this.server.pageTexts(document));
    }
    const texts = await kept.luggage.texts(document);
    if (texts !== undefined || (await kept.luggage.document(document)) !== undefined) {
      return texts ?? null;
    }
    return this.asked(() => this.server.pageTexts(document));
  }

  async marks(meeting: Id, since: string | null): Promise<Marks> {
    const kept = this.kept();
    const waiting = kept === null ? [] : await kept.outbox.waiting(meeting);
    const isTaken = (await kept?.luggage.entry(meeting)) !== undefined;
    if (kept === null || (!isTaken && waiting.length === 0)) {
      return this.asked(() => this.server.marks(meeting, since));
    }
    const marks = await this.first(
      () => (isTaken ? kept.luggage.refreshMarks(meeting) : this.server.marks(meeting, null)),
      () => kept.vault.read<Marks>(marksOf(meeting)),
    );
    return withOperations(marks, waiting);
  }

  async save(meeting: Id, operations: Operation[]): Promise<Outcome[]> {
    const kept = this.kept();
    if (kept === null) {
      return this.asked(() => this.server.save(meeting, operations));
    }
    await kept.outbox.add(meeting, operations);
    const sent = this.online ? await this.send(kept) : [];
    return operations.map(
      (it) => sent.find((outcome) => outcome.operation === it.id) ?? { operation: it.id, outcome: 'DONE', message: null },
    );
  }

  private async keepDraft(draft: Draft): Promise<boolean> {
    const kept = this.kept();
    if (kept === null) {
      return false;
    }
    try {
      await kept.vault.write([[draftAt(draft.mark), draft]]);
      return true;
    } catch (fault) {
      console.warn('A note that is being written could not be laid on this device', fault); // it is asked for before the page goes
      return false;
    }
  }

  /** Sends what waits; what cannot be sent now waits on. */
  async send(kept: Kept): Promise<Outcome[]> {
    const outcomes: Outcome[] = [];
    try {
      await kept.outbox.send(async (meeting, operations) => {
        const answers = await this.asked(() => this.post(meeting, operations));
        outcomes.push(...answers);
        return answers;
      });
    } catch (fault) {
      if (!isAway(fault)) {
        throw fault;
      }
    }
    return outcomes;
  }

  /** From the server, or from here while it cannot be reached or nobody is signed in there. */
  private async first<T>(server: () => Promise<T>, here: (kept: Kept) => Promise<T | undefined>): Promise<T> {
    try {
      return await this.asked(server);
    } catch (fault) {
      const kept = this.kept();
      if (kept === null || !isAway(fault)) {
        throw fault;
      }
      const found = await here(kept);
      if (found === undefined) {
        throw fault;
      }
      return found;
    }
  }

  private async asked<T>(ask: () => Promise<T>): Promise<T> {
    try {
      const answer = await ask();
      this.heardOfServer(true);
      return answer;
    } catch (fault) {
      if (fault instanceof TypeError || (fault instanceof DOMException && fault.name === 'TimeoutError')) {
        this.heardOfServer(false);
        throw new SourceFault('OFFLINE');
      }
      if (fault instanceof SourceFault) {
        this.heardOfServer(fault.kind !== 'OFFLINE' || fault instanceof BrokenDown);
      }
      throw fault;
    }
  }
}

export function isAway(fault: unknown): boolean {
  return fault instanceof SourceFault && ['OFFLINE', 'SIGNED_OUT', 'OTHER_ACCOUNT'].includes(fault.kind);
}

function draftAt(mark: Id): string {
  return DRAFT + mark;
}

function entryOf({ id, title, organization, start, zone }: Meeting): MeetingEntry {
  return { id, title, organization, start, zone };
}
