/**
 * Brings one vote to the server, however often the network or the server fails: the vote is kept on the device until the
 * server has answered, and sent again under the same receipt, so that it is counted once.
 */

export type Choice = 'YES' | 'NO' | 'ABSTENTION';

export interface KeptVote {
  choice: Choice;
  receipt: string;
}

export type Delivery =
  | { state: 'stored'; choice: Choice; at: string }
  | { state: 'waiting' }
  | { state: 'refused'; message: string }
  | { state: 'signed-out' };

export interface Surroundings {
  fetch(address: string, request: RequestInit): Promise<Response>;
  /**
   * Headers that prove that the vote comes from this page; null if nobody is signed in any more.
   *
   * @param anew whether those of before were not taken
   */
  proof(anew: boolean): Promise<Record<string, string> | null>;
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
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

export class VoteQueue {
  private readonly key: string;
  private sending = false;
  private ended = false;

  constructor(
    private readonly address: string,
    voter: string,
    private readonly tell: (delivery: Delivery) => void,
    private readonly around: Surroundings,
  ) {
    this.key = `rs-vote/${voter}/${address}`;
  }

  /** The vote that waits on this device, if one does. */
  kept(): KeptVote | null {
    const text = this.around.storage.getItem(this.key);
    return text === null ? null : (JSON.parse(text) as KeptVote);
  }

  /** Votes. A second press while the first vote is under way changes nothing. */
  async vote(choice: Choice): Promise<void> {
    if (this.kept() === null) {
      this.around.storage.setItem(this.key, JSON.stringify({ choice, receipt: this.around.receipt() }));
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
      for (let vote = this.kept(); vote !== null && !this.ended; vote = this.kept()) {
        const delivery = await this.send(vote);
        this.tell(delivery);
        if (delivery.state !== 'waiting') {
          if (delivery.state !== 'signed-out') {
            this.around.storage.removeItem(this.key);
          }
          return;
        }
        await this.around.wait(pause);
        pause = Math.min(LONGEST_WAIT, pause * 2);
      }
    } finally {
      this.sending = false;
    }
  }

  /** The page goes away; what is kept stays on the device. */
  end(): void {
    this.ended = true;
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
      const stored = (await answer.json()) as { choice: Choice; at: string };
      return { state: 'stored', choice: stored.choice, at: stored.at };
    }
    if (answer.status === 409) {
      const refused = (await answer.json()) as { message: string };
      return { state: 'refused', message: refused.message };
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
          body: JSON.stringify(vote),
          credentials: 'same-origin',
        });
  }
}
