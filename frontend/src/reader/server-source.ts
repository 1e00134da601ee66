// The source that asks the server. What is done is kept in memory until it was sent, and sent again until it is.
import {
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

const API = '/api/reader';
const AGAIN_AFTER = 5_000;

interface Waiting {
  meeting: string;
  operations: Operation[];
  done: (outcomes: Outcome[]) => void;
  failed: (why: unknown) => void;
}

export class ServerSource extends EventTarget implements ReaderSource {
  private readonly waiting: Waiting[] = [];
  private sending = false;
  private online = true;
  private token: { header: string; value: string } | null = null;

  get condition(): Condition {
    return { online: this.online, pending: this.waiting.reduce((sum, it) => sum + it.operations.length, 0) };
  }

  meetings(): Promise<MeetingEntry[]> {
    return this.json(`${API}/meetings`);
  }

  meeting(id: string): Promise<Meeting> {
    return this.json(`${API}/meetings/${id}`);
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
    return this.json(`${API}/marks?meeting=${meeting}${since ? `&since=${since}` : ''}`);
  }

  save(meeting: string, operations: Operation[]): Promise<Outcome[]> {
    return new Promise((done, failed) => {
      this.waiting.push({ meeting, operations, done, failed });
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
          const outcomes = await this.post(next);
          this.waiting.shift();
          next.done(outcomes);
        } catch (fault) {
          if (!(fault instanceof SourceFault) || (fault.kind !== 'OFFLINE' && fault.kind !== 'SIGNED_OUT')) {
            this.waiting.shift();
            next.failed(fault);
          } else {
            setTimeout(() => void this.send(), AGAIN_AFTER);
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

  private async post(next: Waiting): Promise<Outcome[]> {
    for (const attempt of [1, 2]) {
      this.token ??= await this.readToken();
      const answer = await this.reach(`${API}/marks?meeting=${next.meeting}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', [this.token.header]: this.token.value },
        body: JSON.stringify({ operations: next.operations }),
      });
      if (answer.status === 403 && attempt === 1) {
        this.token = null; // signed in anew meanwhile
        continue;
      }
      return ((await sound(answer).json()) as { outcomes: Outcome[] }).outcomes;
    }
    throw new SourceFault('SIGNED_OUT');
  }

  private async readToken(): Promise<{ header: string; value: string }> {
    const session = await this.json<{ tokenHeader: string; token: string }>('/api/session');
    return { header: session.tokenHeader, value: session.token };
  }

  private async json<T>(address: string): Promise<T> {
    return (await (await this.ask(address)).json()) as T;
  }

  private async ask(address: string, how: RequestInit = {}): Promise<Response> {
    return sound(await this.reach(address, how));
  }

  private async reach(address: string, how: RequestInit): Promise<Response> {
    try {
      const answer = await fetch(address, how);
      this.setOnline(answer.status < 502);
      if (answer.status >= 500) throw new SourceFault('OFFLINE');
      return answer;
    } catch {
      this.setOnline(false);
      throw new SourceFault('OFFLINE');
    }
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
