import { answered, got, posted } from '../ballot/asking';

/**
 * What the teller's page asks of the server. A promise is rejected with NotReached (the page tries again), SignedOut, or Refused in the server's
 * words; with anything else if something is wrong with the page or the server.
 */
export interface TellerServer {
  /** The ceremony that this teller takes part in, or the last one; null if there is none. */
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
  /** Whose secret votes are counted with the key. */
  organization?: string;
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
  /** In whose meeting it was voted on. */
  organization?: string;
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

  ceremony(): Promise<Ceremony | null> {
    return this.get('/ceremony', async (it) => (it.status === 204 ? null : ((await it.json()) as Ceremony)));
  }

  publish(ceremony: string, round: Round, message: string): Promise<void> {
    return this.post(`/ceremony/${ceremony}/round/${round}`, { message });
  }

  abort(ceremony: string, reason: string): Promise<void> {
    return this.post(`/ceremony/${ceremony}/abort`, { reason });
  }

  tasks(): Promise<Task[]> {
    return this.get('/tasks', async (it) => (await it.json()) as Task[]);
  }

  archive({ poll }: Task): Promise<Uint8Array<ArrayBuffer>> {
    return this.get(`/polls/${poll}/archive`, async (it) => new Uint8Array(await it.arrayBuffer()));
  }

  strongProofs({ poll }: Task): Promise<string> {
    return this.get(`/polls/${poll}/strong-proofs`, (it) => it.text());
  }

  decrypt({ poll }: Task, owner: number, partial: string, strong: string): Promise<void> {
    return this.post(`/polls/${poll}/decryption`, { owner, partial, strong });
  }

  confirm({ poll }: Task, accepted: boolean, head: string): Promise<void> {
    return this.post(`/polls/${poll}/confirmation`, { accepted, head });
  }

  private get<T>(path: string, read: (answer: Response) => Promise<T>): Promise<T> {
    return answered(() => got(this.address + path, PATIENCE), read);
  }

  private post(path: string, body: unknown): Promise<void> {
    return answered(
      () => posted(this.address + path, this.person, body, PATIENCE),
      async () => undefined,
    );
  }
}
