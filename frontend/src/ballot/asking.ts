import { NotTaken, sessionProof } from '../session-proof';
import { isOfNetwork, isUnreached, NotReached, Refused, SignedOut } from './trouble';

/** Asking the server's endpoints of secret ballots, and what became of it. */

/** Fetches JSON or a file anew. */
export function got(address: string, patience: number): Promise<Response> {
  return fetch(address, {
    headers: { Accept: 'application/json' },
    credentials: 'same-origin',
    cache: 'no-store',
    signal: AbortSignal.timeout(patience),
  });
}

/** Posts JSON in the name of a person who is signed in; null if that person is not any more. */
export async function posted(address: string, person: string, body: unknown, patience: number): Promise<Response | null> {
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
      signal: AbortSignal.timeout(patience),
    });
    if (answer.status !== 403) {
      return answer.status === 401 ? null : answer;
    } // the session went on under a new proof
  }
  return null;
}

/**
 * Asks, and reads the answer.
 *
 * @param ask null if nobody is signed in
 * @param unreached which status says that the server was not reached
 * @throws NotReached, SignedOut, or Refused in the server's words; anything else is a fault of the page or the server
 */
export async function answered<T>(
  ask: () => Promise<Response | null>,
  read: (answer: Response) => Promise<T>,
  unreached = isUnreached,
): Promise<T> {
  try {
    const answer = await ask();
    if (answer === null || answer.status === 401 || answer.status === 403) {
      throw new SignedOut();
    }
    if (unreached(answer.status)) {
      throw new NotReached(`${answer.status}`);
    }
    if (answer.status === 409) {
      throw new Refused(((await answer.json()) as { message: string }).message);
    }
    if (!answer.ok) {
      throw new NotTaken(answer.status);
    }
    return await read(answer);
  } catch (fault) {
    throw isOfNetwork(fault, unreached) ? new NotReached(String(fault)) : fault;
  }
}
