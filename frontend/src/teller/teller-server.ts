import { posted, taken } from '../booth/booth-server';

/** What the teller's page asks of the server. A promise that is rejected means that the server was not reached: the page tries again. */
export interface TellerServer {
  /** The ceremony that this teller takes part in, or the last one; null if there is none, or nobody is signed in. */
  ceremony(): Promise<Ceremony | null>;
  /** Publishes the message of a round, a text. The same again changes nothing; another one is refused. */
  publish(ceremony: string, round: Round, message: string): Promise<void>;
  abort(ceremony: string, reason: string): Promise<void>;
  /** What this teller is asked for: elections that are to be decrypted, and results that are to be confirmed. */
  tasks(): Promise<Task[]>;
  archive(task: Task): Promise<Uint8Array<ArrayBuffer>>;
  /** `[{"owner":1,"proofs":[[…]]},…]`, of all who have decrypted. */
  strongProofs(task: Task): Promise<string>;
  decrypt(task: Task, owner: number, partial: string, strong: string): Promise<void>;
  /** Says what came of the verification in this browser. @param head hash of the event with the result */
  confirm(task: Task, accepted: boolean, head: string): Promise<void>;
}

/** 0: announcements of the first messages. */
export type Round = 0 | 1 | 2 | 3;

export interface Ceremony {
  id: string;
  /** Number of this teller, from 1. */
  index: number;
  threshold: number;
  group: string;
  state: 'RUNNING' | 'ABORTED' | 'DONE';
  /** Names in their order. */
  tellers: string[];
  /** For each round the messages by number of teller; null where there is none yet. */
  rounds: [(string | null)[], (string | null)[], (string | null)[], (string | null)[]];
  /** The file that came out, as soon as it is done. */
  trustees?: string;
  /** Why it was broken off, in the reader's language. */
  reason?: string;
}

export interface Task {
  poll: string;
  title: string;
  uuid: string;
  /** Whose shares decrypt it. */
  ceremony: string;
  todo: 'DECRYPT' | 'CONFIRM';
  /** How many ballots the rules ask for. */
  minimum?: number;
}

const PATIENCE = 20_000;

/** The server's endpoints for one teller, as docs/voting-frontend.md describes them. */
export class FetchedTellerServer implements TellerServer {
  constructor(
    private readonly address: string,
    private readonly person: string,
  ) {}

  async ceremony(): Promise<Ceremony | null> {
    const answer = await this.get('/ceremony');
    return answer.status === 204 ? null : ((await answer.json()) as Ceremony);
  }

  publish(ceremony: string, round: Round, message: string): Promise<void> {
    return this.post(`/ceremony/${ceremony}/round/${round}`, { message });
  }

  abort(ceremony: string, reason: string): Promise<void> {
    return this.post(`/ceremony/${ceremony}/abort`, { reason });
  }

  async tasks(): Promise<Task[]> {
    return (await (await this.get('/tasks')).json()) as Task[];
  }

  async archive({ poll }: Task): Promise<Uint8Array<ArrayBuffer>> {
    return new Uint8Array(await (await this.get(`/polls/${poll}/archive`)).arrayBuffer());
  }

  async strongProofs({ poll }: Task): Promise<string> {
    return (await this.get(`/polls/${poll}/strong-proofs`)).text();
  }

  decrypt({ poll }: Task, owner: number, partial: string, strong: string): Promise<void> {
    return this.post(`/polls/${poll}/decryption`, { owner, partial, strong });
  }

  confirm({ poll }: Task, accepted: boolean, head: string): Promise<void> {
    return this.post(`/polls/${poll}/confirmation`, { accepted, head });
  }

  private async get(path: string): Promise<Response> {
    return taken(
      await fetch(this.address + path, {
        credentials: 'same-origin',
        cache: 'no-store',
        signal: AbortSignal.timeout(PATIENCE),
      }),
    );
  }

  private async post(path: string, body: unknown): Promise<void> {
    const answer = await posted(this.address + path, this.person, body);
    if (answer === null) {
      throw new Error('nobody is signed in');
    }
    taken(answer);
  }
}
