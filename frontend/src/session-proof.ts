interface Session {
  person: string | null;
  tokenHeader: string;
  token: string;
}

/** The server was reached but did not do what it was asked for. */
export class NotTaken extends Error {
  constructor(readonly status: number) {
    super(`not taken: ${status}`);
  }
}

let known: { voter: string; headers: Record<string, string> } | null = null;

/**
 * Headers that prove that a request comes from this page. Null if nobody is signed in; null too if somebody else has signed in on this
 * device meanwhile: a vote is never sent in their name.
 *
 * @param anew whether those of before were not taken
 */
export async function sessionProof(voter: string, anew: boolean): Promise<Record<string, string> | null> {
  if (known?.voter !== voter || anew) {
    const answer = await fetch('/api/session', {
      headers: { Accept: 'application/json' },
      credentials: 'same-origin',
      signal: AbortSignal.timeout(8_000),
    });
    if (answer.status === 401 || answer.status === 403) {
      return null;
    }
    if (!answer.ok) {
      throw new NotTaken(answer.status);
    }
    const session = (await answer.json()) as Session;
    if (session.person !== voter) {
      return null;
    }
    known = { voter, headers: { [session.tokenHeader]: session.token } };
  }
  return known.headers;
}
