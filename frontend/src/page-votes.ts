import { newReceipt, VoteBox, type Surroundings } from './vote-queue';

interface Session {
  person: string | null;
  tokenHeader: string;
  token: string;
}

let known: { voter: string; headers: Record<string, string> } | null = null;

/** Null too if somebody else has signed in on this device meanwhile: a vote is never sent in their name. */
async function proof(voter: string, anew: boolean): Promise<Record<string, string> | null> {
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
      throw new Error(`no proof: ${answer.status}`);
    }
    const session = (await answer.json()) as Session;
    if (session.person !== voter) {
      return null;
    }
    known = { voter, headers: { [session.tokenHeader]: session.token } };
  }
  return known.headers;
}

function surroundings(voter: string): Surroundings {
  return {
    fetch: (address, request) => fetch(address, { ...request, signal: AbortSignal.timeout(8_000) }),
    proof: (anew) => proof(voter, anew),
    storage: localStorage,
    receipt: () => newReceipt(),
    wait: (milliseconds) => new Promise((done) => setTimeout(done, milliseconds)),
  };
}

/** The votes of this page, whichever of its elements shows them. */
export const votes = new VoteBox(surroundings);

window.addEventListener('online', () => votes.deliver());
