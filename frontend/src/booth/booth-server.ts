import { answered, got, posted } from '../ballot/asking';
import { isUnreached } from '../ballot/trouble';
import type { Setup } from './ballot-maker';

/**
 * What the booth asks of the server. A promise is rejected with NotReached (the booth tries again), SignedOut, or Refused in the server's words,
 * which is for good; with anything else if something is wrong with the page or the server.
 */
export interface BoothServer {
  /** How far the poll is. */
  poll(): Promise<PollState>;
  /** The files with which the election begins, as soon as the poll is open. */
  setup(): Promise<Setup>;
  /** Registers the public part of a credential. The same again changes nothing; another one is refused. */
  register(key: string): Promise<void>;
  /**
   * Casts a ballot. The same again changes nothing and is answered as the first time; another one is refused.
   *
   * @returns tracker of the ballot that was taken
   */
  cast(ballot: string): Promise<string>;
}

export interface PollState {
  phase: 'REGISTERING' | 'OPEN' | 'CLOSED' | 'CANCELLED';
  uuid: string;
  group: string;
  /** Whether this voter has registered, on whichever device. */
  registered: boolean;
  /**
   * Whether this voter has voted, on whichever device. How, the server cannot know. With which ballot, it could note where keys are registered; ours
   * does not store it.
   */
  voted: boolean;
}

const PATIENCE = 8_000;

/** Whatever ails the server, no voter can mend it: what was cast is kept, and sent as soon as it is well again. */
function isUnwell(status: number): boolean {
  return status >= 500 || isUnreached(status);
}

/** The server's endpoints for one poll, as docs/voting-frontend.md describes them. */
export class FetchedBoothServer implements BoothServer {
  constructor(
    private readonly address: string,
    private readonly voter: string,
  ) {}

  poll(): Promise<PollState> {
    return this.get('');
  }

  setup(): Promise<Setup> {
    return this.get('/setup');
  }

  async register(key: string): Promise<void> {
    await this.post('/credential', { credential: key });
  }

  async cast(ballot: string): Promise<string> {
    return (await this.post<{ tracker: string }>('/ballot', { ballot })).tracker;
  }

  private get<T>(path: string): Promise<T> {
    return answered(() => got(this.address + path, PATIENCE), read<T>, isUnwell);
  }

  private post<T>(path: string, body: Record<string, string>): Promise<T> {
    return answered(() => posted(this.address + path, this.voter, body, PATIENCE), read<T>, isUnwell);
  }
}

async function read<T>(answer: Response): Promise<T> {
  return (await answer.json()) as T;
}
