/**
 * Brings one vote to the server, however often the network or the server fails: the vote is kept on the device until the
 * server has answered, and sent again under the same receipt, so that it is counted once. A change of a vote names the vote that it
 * changes: one that waited too long, while another device made another, takes the place of nothing.
 */

export type Choice = 'YES' | 'NO' | 'ABSTENTION';

export interface KeptVote {
  choice: Choice;
  receipt: string;
  /** Receipt of the vote that this one changes. */
  replaces?: string;
  /** What was asked, for whoever reads later what became of the vote. */
  question?: string;
}

/** A vote that the server has, which counts. */
export interface StoredVote {
  choice: Choice;
  at: string;
  receipt: string;
}

export type Delivery =
  | ({ state: 'stored' } & StoredVote)
  | { state: 'waiting' }
  | { state: 'refused'; message: string; stored?: StoredVote }
  | { state: 'signed-out' };

/**
 * Hears what became of a vote.
 *
 * @param elsewhere whether another window of this browser has taken the vote: the member may have changed it there since
 */
type Tell = (delivery: Delivery, vote: KeptVote, elsewhere: boolean) => void;

/** As {@link Tell}, for whoever shows it. */
export type Pad = (delivery: Delivery, elsewhere: boolean) => void;

export interface Surroundings {
  fetch(address: string, request: RequestInit): Promise<Response>;
  /**
   * Headers that prove that the vote comes from this page; null if nobody is signed in any more.
   *
   * @param anew whether those of before were not taken
   */
  proof(anew: boolean): Promise<Record<string, string> | null>;
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;
  receipt(): string;
  wait(milliseconds: number): Promise<void>;
}

const LONGEST_WAIT = 5_000;

/** A random UUID (RFC 9562, version 4), also where the page came without encryption and crypto.randomUUID is missing. */
export function newReceipt(random: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array = (it) => crypto.getRandomValues(it)): string {
  const bytes = random(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const digits = Array.from(bytes, (it) => it.toString(16).padStart(2, '0')).join('');
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

function answered(delivery: Delivery): boolean {
  return delivery.state === 'stored' || delivery.state === 'refused';
}

function prefix(voter: string): string {
  return `rs-vote/${voter}/`;
}

export class VoteQueue {
  private readonly key: string;
  private sending = false;

  constructor(
    private readonly address: string,
    voter: string,
    private readonly tell: Tell,
    private readonly around: Surroundings,
  ) {
    this.key = prefix(voter) + address;
  }

  /** The vote that waits on this device, if one does. */
  kept(): KeptVote | null {
    const text = this.around.storage.getItem(this.key);
    return text === null ? null : (JSON.parse(text) as KeptVote);
  }

  /** Whether it is still open what becomes of a vote. */
  get underWay(): boolean {
    return this.sending || this.kept() !== null;
  }

  /**
   * Votes. A second press while the first vote is under way changes nothing.
   *
   * @param replaces receipt of the vote that is changed
   */
  async vote(choice: Choice, question?: string, replaces?: string): Promise<void> {
    if (this.kept() === null) {
      const vote: KeptVote = { choice, receipt: this.around.receipt(), replaces, question };
      this.around.storage.setItem(this.key, JSON.stringify(vote));
    }
    await this.deliver();
  }

  /** Goes on with a vote that a reload or a lost connection left on this device. */
  async deliver(): Promise<void> {
    if (this.sending) {
      return;
    }
    this.sending = true;
    try {
      let pause = 250;
      for (let vote = this.kept(); vote !== null; vote = this.kept()) {
        const delivery = await this.send(vote);
        const kept = this.kept();
        if (answered(delivery)) {
          if (kept !== null && kept.receipt !== vote.receipt) {
            continue; // another window heard of it first, and the member has changed it there
          }
          this.around.storage.removeItem(this.key);
        }
        this.tell(delivery, vote, kept === null);
        if (kept === null || delivery.state !== 'waiting') {
          return;
        }
        await this.around.wait(pause);
        pause = Math.min(LONGEST_WAIT, pause * 2);
        if (this.kept() === null) {
          this.tell(delivery, vote, true);
        }
      }
    } finally {
      this.sending = false;
    }
  }

  private async send(vote: KeptVote): Promise<Delivery> {
    let answer: Response | null;
    try {
      answer = await this.post(vote, false);
      if (answer?.status === 403) {
        answer = await this.post(vote, true); // the session went on under a new proof
      }
    } catch {
      return { state: 'waiting' };
    }
    if (answer === null) {
      return { state: 'signed-out' };
    }
    if (answer.ok) {
      const { choice, at, receipt } = (await answer.json()) as StoredVote;
      return { state: 'stored', choice, at, receipt };
    }
    if (answer.status === 409) {
      const { message, stored } = (await answer.json()) as { message: string; stored?: StoredVote | null };
      return stored ? { state: 'refused', message, stored } : { state: 'refused', message };
    }
    if (answer.status === 401 || answer.status === 403) {
      return { state: 'signed-out' };
    }
    return { state: 'waiting' };
  }

  private async post(vote: KeptVote, anew: boolean): Promise<Response | null> {
    const proof = await this.around.proof(anew);
    return proof === null
      ? null
      : this.around.fetch(this.address, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json', Accept: 'application/json', ...proof },
          body: JSON.stringify({ choice: vote.choice, receipt: vote.receipt, replaces: vote.replaces }),
          credentials: 'same-origin',
        });
  }
}

/** A vote of which no pad tells any more what became of it. */
export interface LeftOver {
  address: string;
  question: string;
  delivery: Delivery | { state: 'sending' };
}

interface Sent {
  queue: VoteQueue;
  pad: Pad | null;
  delivery: Delivery | null;
  question: string;
  /** A pad said that the vote is stored. A refusal is told again: the pad may have gone in the same moment. */
  heard: boolean;
}

/**
 * All votes of one page. A pad shows what becomes of its vote. If the pad goes first, because the poll was closed
 * meanwhile, the vote is sent on all the same, and its fate is told among those left over: no vote is lost in silence.
 */
export class VoteBox {
  private readonly sent = new Map<string, Sent>();
  private readonly watchers = new Set<() => void>();

  constructor(private readonly around: (voter: string) => Surroundings) {}

  /** A pad takes a vote over and hears what becomes of it. */
  attend(address: string, voter: string, pad: Pad): VoteQueue {
    const vote = this.of(address, voter);
    vote.pad = pad;
    this.changed();
    return vote.queue;
  }

  /** The pad goes. */
  leave(address: string, voter: string, pad: Pad): void {
    const vote = this.of(address, voter);
    if (vote.pad === pad) {
      vote.pad = null;
      this.changed();
    }
  }

  /** Votes without a pad that wait on this device, also from an earlier page, or of which the member has not heard yet. */
  leftOver(voter: string): LeftOver[] {
    const { storage } = this.around(voter);
    const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '');
    keys
      .filter((key) => key.startsWith(prefix(voter)))
      .forEach((key) => this.of(key.slice(prefix(voter).length), voter));
    return [...this.sent]
      .filter(([key, vote]) => key.startsWith(prefix(voter)) && vote.pad === null)
      .flatMap(([key, vote]) => {
        const delivery = this.untold(vote);
        return delivery ? [{ address: key.slice(prefix(voter).length), question: vote.question, delivery }] : [];
      });
  }

  /** The member has read what became of a vote. What becomes of a change that is under way is still told. */
  read(address: string, voter: string): void {
    const key = prefix(voter) + address;
    const vote = this.sent.get(key);
    if (vote?.pad === null) {
      if (vote.queue.underWay) {
        vote.delivery = null;
      } else {
        this.sent.delete(key);
      }
    }
    this.changed();
  }

  /** Goes on with what waits, such as when the network is back. */
  deliver(voter?: string): void {
    for (const [key, vote] of this.sent) {
      if (voter === undefined || key.startsWith(prefix(voter))) {
        void vote.queue.deliver();
      }
    }
  }

  /** Calls back whenever something is or is no longer left over, until the returned function is called. */
  watch(changed: () => void): () => void {
    this.watchers.add(changed);
    return () => this.watchers.delete(changed);
  }

  private untold(vote: Sent): LeftOver['delivery'] | null {
    const { delivery } = vote;
    if (vote.queue.kept() !== null) {
      return delivery === null || answered(delivery) ? { state: 'sending' } : delivery;
    }
    return delivery?.state === 'refused' || (delivery?.state === 'stored' && !vote.heard) ? delivery : null;
  }

  private of(address: string, voter: string): Sent {
    const key = prefix(voter) + address;
    let vote = this.sent.get(key);
    if (vote === undefined) {
      const queue = new VoteQueue(address, voter, (...told) => this.told(key, ...told), this.around(voter));
      vote = { queue, pad: null, delivery: null, heard: false, question: queue.kept()?.question ?? '' };
      this.sent.set(key, vote);
    }
    return vote;
  }

  private told(key: string, delivery: Delivery, { question }: KeptVote, elsewhere: boolean): void {
    const vote = this.sent.get(key);
    if (vote === undefined) {
      return;
    }
    vote.delivery = delivery;
    vote.question = question ?? vote.question;
    vote.heard = vote.pad !== null;
    vote.pad?.(delivery, elsewhere);
    this.changed();
  }

  private changed(): void {
    this.watchers.forEach((it) => it());
  }
}
