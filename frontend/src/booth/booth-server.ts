import { NotTaken, sessionProof } from '../session-proof';
import type { Setup } from './ballot-maker';

/** What the booth asks of the server. A promise that is rejected means that the server was not reached: the booth tries again. */
export interface BoothServer {
  /** How far the poll is. Null if nobody is signed in any more. */
  poll(): Promise<PollState | null>;
  /** The files with which the election begins, as soon as the poll is open. */
  setup(): Promise<Setup>;
  /** Registers the public part of a credential. The same again changes nothing; another one is refused. */
  register(key: string): Promise<Answer>;
  /** Casts a ballot. The same again changes nothing and is answered as the first time; another one is refused. */
  cast(ballot: string): Promise<Answer>;
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

export type Answer =
  /** @param tracker of the ballot that was taken */
  | { state: 'done'; tracker?: string }
  /** For good. The message is in the reader's language. */
  | { state: 'refused'; message: string }
  | { state: 'signed-out' };

const PATIENCE = 8_000;

/** The server's endpoints for one poll, as docs/voting-frontend.md describes them. */
export class FetchedBoothServer implements BoothServer {
  constructor(
    private readonly address: string,
    private readonly voter: string,
  ) {}

  async poll(): Promise<PollState | null> {
    const answer = await this.get('');
    if (answer.status === 401 || answer.status === 403) {
      return null;
    }
    return (await taken(answer).json()) as PollState;
  }

  async setup(): Promise<Setup> {
    return (await taken(await this.get('/setup')).json()) as Setup;
  }

  private get(path: string): Promise<Response> {
    return fetch(this.address + path, {
      headers: { Accept: 'application/json' },
      credentials: 'same-origin',
      cache: 'no-store',
      signal: AbortSignal.timeout(PATIENCE),
    });
  }

  register(key: string): Promise<Answer> {
    return this.post('/credential', { credential: key });
  }

  cast(ballot: string): Promise<Answer> {
    return this.post('/ballot', { ballot });
  }

  private async post(path: string, body: Record<string, string>): Promise<Answer> {
    const answer = await posted(this.address + path, this.voter, body);
    if (answer === null) {
      return { state: 'signed-out' };
    }
    if (answer.status === 409) {
      return { state: 'refused', message: ((await answer.json()) as { message: string }).message };
    }
    return { state: 'done', ...((await taken(answer).json()) as { tracker?: string }) };
  }
}

/** Posts JSON in the name of a person who is signed in; null if that person is not any more. */
export async function posted(address: string, person: string, body: unknown): Promise<Response | null> {
  for (const anew of [false, true]) {
    const proof = await sessionProof(person, anew);
    if (proof === null) {
      return null;
    }
    const answer = await fetch(address, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json', ...proof },
      body: JSON.stringify(body),
      credentials: 'same-origin',
      signal: AbortSignal.timeout(PATIENCE),
    });
    if (answer.status !== 403) {
      return answer.status === 401 ? null : answer;
    } // the session went on under a new proof
  }
  return null;
}

/** @throws NotTaken if the server was reached but did not do what it was asked for */
export function taken(answer: Response): Response {
  if (!answer.ok) {
    throw new NotTaken(answer.status);
  }
  return answer;
}
