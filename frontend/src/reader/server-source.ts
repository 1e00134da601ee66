// The source that asks the server. What is done is kept in memory until it was sent, and sent again until it is.
import {
  BrokenDown,
  SourceFault,
  type Condition,
  type DocumentData,
  type Marks,
  type Meeting,
  type MeetingEntry,
  type Operation,
  type Outcome,
  type ReaderDocument,
  type ReaderSource,
} from './source';
import { t } from './texts';

const API = '/api/reader';
const AGAIN_AFTER = 5_000;
/** After these it is sent again. */
const WAITS = new Set(['OFFLINE', 'SIGNED_OUT', 'OTHER_ACCOUNT']);

interface Waiting {
  meeting: string;
  operations: Operation[];
  /** What came of those that were sent one by one. */
  outcomes: Outcome[];
  /** How often the server broke down over it, and how much it had answered when it did first. */
  brokenDown: number;
  answeredBefore: number;
  done: (outcomes: Outcome[]) => void;
  failed: (why: unknown) => void;
}

export class ServerSource extends EventTarget implements ReaderSource {
  private readonly waiting: Waiting[] = [];
  private sending = false;
  private online = true;
  private token: { header: string; value: string } | null = null;
  /** Who began to read: what they do is done in their name or not at all. */
  private account: string | null = null;
  private stranger = false;
  private answered = 0;

  constructor(private readonly againAfter = AGAIN_AFTER) {
    super();
  }

  get condition(): Condition {
    return {
      online: this.online,
      pending: this.waiting.reduce((sum, it) => sum + it.operations.length - it.outcomes.length, 0),
      stranger: this.stranger,
    };
  }

  meetings(): Promise<MeetingEntry[]> {
    return this.begun(`${API}/meetings`);
  }

  meeting(id: string): Promise<Meeting> {
    return this.begun(`${API}/meetings/${id}`);
  }

  async document(document: ReaderDocument): Promise<DocumentData> {
    await this.ask(document.address, { method: 'HEAD' });
    return { url: document.address };
  }

  async pageTexts(document: ReaderDocument): Promise<string[] | null> {
    const answer = await this.ask(`${API}/documents/${document.id}/text?v=${document.fingerprint}`);
    return answer.status === 204 ? null : ((await answer.json()) as { pages: string[] }).pages;
  }

  marks(meeting: string, since: string | null): Promise<Marks> {
    return this.begun(`${API}/marks?meeting=${meeting}${since ? `&since=${since}` : ''}`);
  }

  save(meeting: string, operations: Operation[]): Promise<Outcome[]> {
    return new Promise((done, failed) => {
      this.waiting.push({ meeting, operations, outcomes: [], brokenDown: 0, answeredBefore: 0, done, failed });
      this.tell();
      void this.send();
    });
  }

  private async send(): Promise<void> {
    if (this.sending) return;
    this.sending = true;
    try {
      while (this.waiting.length) {
        const next = this.waiting[0];
        try {
          const outcomes = await this.settle(next);
          this.waiting.splice(this.waiting.indexOf(next), 1);
          next.done(outcomes);
        } catch (fault) {
          if (!(fault instanceof SourceFault) || !WAITS.has(fault.kind)) {
            this.waiting.splice(this.waiting.indexOf(next), 1);
            next.failed(fault);
          } else if (!(fault instanceof BrokenDown) || next.brokenDown < 2 || !this.goOnBehind(next)) {
            this.token = null; // who is signed in is asked again before anything is sent
            setTimeout(() => void this.send(), this.againAfter);
            return;
          }
        } finally {
          this.tell();
        }
      }
    } finally {
      this.sending = false;
    }
  }

  /** Sends it together; over what the server broke down again, one by one, so that one does not hold up the others. */
  private async settle(next: Waiting): Promise<Outcome[]> {
    if (next.brokenDown < 2) {
      try {
        return await this.post(next.meeting, next.operations);
      } catch (fault) {
        if (fault instanceof BrokenDown && next.brokenDown++ === 0) next.answeredBefore = this.answered;
        if (!(fault instanceof BrokenDown) || next.brokenDown < 2) throw fault;
      }
    }
    const bad: Operation[] = [];
    for (const operation of next.operations.filter((it) => !next.outcomes.some((had) => had.operation === it.id))) {
      try {
        next.outcomes.push(...(await this.post(next.meeting, [operation])));
      } catch (fault) {
        if (!(fault instanceof BrokenDown)) throw fault;
        bad.push(operation);
      }
    }
    // it is the operation's fault only if the server answered for others meanwhile
    if (bad.length && this.answered === next.answeredBefore) throw new BrokenDown();
    return [
      ...next.outcomes,
      ...bad.map((it): Outcome => ({ operation: it.id, outcome: 'REFUSED', message: t('reader.offline.not-accepted') })),
    ];
  }

  /** Lets others go first. @returns whether there are any over which the server did not break down as often */
  private goOnBehind(next: Waiting): boolean {
    const isWaitedFor = this.waiting.some((it) => it.brokenDown < 2);
    if (isWaitedFor) this.waiting.push(...this.waiting.splice(this.waiting.indexOf(next), 1));
    return isWaitedFor;
  }

  private async post(meeting: string, operations: Operation[]): Promise<Outcome[]> {
    for (const attempt of [1, 2]) {
      this.token ??= await this.readToken();
      const answer = await this.reach(`${API}/marks?meeting=${meeting}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', [this.token.header]: this.token.value },
        body: JSON.stringify({ operations }),
      });
      if (answer.status === 403 && attempt === 1) {
        this.token = null; // signed in anew meanwhile
        continue;
      }
      const { outcomes } = (await sound(answer).json()) as { outcomes: Outcome[] };
      this.answered++;
      return outcomes;
    }
    throw new SourceFault('SIGNED_OUT');
  }

  /** @throws SourceFault if it is somebody else's than who began to read */
  private async readToken(): Promise<{ header: string; value: string }> {
    const session = await this.json<{ account: string; tokenHeader: string; token: string }>('/api/session');
    this.account ??= session.account;
    const stranger = session.account !== this.account;
    if (stranger !== this.stranger) {
      this.stranger = stranger;
      this.tell();
    }
    if (stranger) throw new SourceFault('OTHER_ACCOUNT');
    return { header: session.tokenHeader, value: session.token };
  }

  /** Answers only if it is known whose they are. */
  private async begun<T>(address: string): Promise<T> {
    if (this.account === null || this.stranger) this.token = await this.readToken();
    return this.json(address);
  }

  private async json<T>(address: string): Promise<T> {
    return (await (await this.ask(address)).json()) as T;
  }

  private async ask(address: string, how: RequestInit = {}): Promise<Response> {
    return sound(await this.reach(address, how));
  }

  private async reach(address: string, how: RequestInit): Promise<Response> {
    let answer: Response;
    try {
      answer = await fetch(address, how);
    } catch {
      this.setOnline(false);
      throw new SourceFault('OFFLINE');
    }
    this.setOnline(answer.status < 502);
    if (answer.status >= 500) throw answer.status === 500 ? new BrokenDown() : new SourceFault('OFFLINE');
    return answer;
  }

  private setOnline(online: boolean): void {
    if (online !== this.online) {
      this.online = online;
      this.tell();
    }
  }

  private tell(): void {
    this.dispatchEvent(new Event('condition'));
  }
}

function sound(answer: Response): Response {
  switch (answer.status) {
    case 200:
    case 204:
    case 206:
      return answer;
    case 202:
      throw new SourceFault('NOT_YET');
    case 401:
      throw new SourceFault('SIGNED_OUT');
    case 415:
      throw new SourceFault('NO_PAGES');
    default:
      throw new SourceFault('GONE');
  }
}
