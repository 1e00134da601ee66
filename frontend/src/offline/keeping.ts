import { STANDING } from './luggage';
import { DatabaseShelf, owners } from './shelf';
import { askStanding, tellEmptied, type Standing } from './standing';
import { Vault, type VaultSurroundings } from './vault';

/** What every page of the application sees to, whether or not anybody reads: that nothing stays on the device that must not. */

export interface Session {
  account: string;
  headers: Record<string, string>;
}

/** OUT: nobody is signed in. AWAY: the server cannot be reached, so that nothing is known. */
export type SessionState = Session | 'OUT' | 'AWAY';

const PATIENCE = 8_000;
/** Nobody waits longer before an empty page. */
const SESSION_PATIENCE = 4_000;
const GONE = 'ratssaal-offline';
const SIGN_OUT = 'ratssaal-sign-out';

export const around: VaultSurroundings = {
  now: () => Date.now(),
  turn: <T>(name: string, work: () => Promise<T>) => navigator.locks.request(`ratssaal-offline-${name}`, work) as Promise<T>,
};

/** Without HTTPS a browser gives neither keys nor locks: then nothing is taken along. */
export function isPossible(): boolean {
  return (
    window.isSecureContext &&
    'indexedDB' in window &&
    'databases' in indexedDB &&
    'locks' in navigator &&
    crypto.subtle !== undefined
  );
}

export function send(address: string, request: RequestInit): Promise<Response> {
  return fetch(address, { signal: AbortSignal.timeout(PATIENCE), ...request });
}

export async function session(): Promise<SessionState> {
  try {
    const answer = await send('/api/session', {
      headers: { Accept: 'application/json' },
      credentials: 'same-origin',
      cache: 'no-store',
      signal: AbortSignal.timeout(SESSION_PATIENCE),
    });
    if (answer.status === 401) {
      return 'OUT';
    }
    if (!answer.ok) {
      return 'AWAY';
    }
    const { account, tokenHeader, token } = (await answer.json()) as { account: string; tokenHeader: string; token: string };
    return { account, headers: { [tokenHeader]: token } };
  } catch {
    return 'AWAY';
  }
}

export function vaultOf(owner: string): Vault {
  return new Vault(owner, new DatabaseShelf(owner), around);
}

/** How much was done on this device that the server does not know yet. */
export async function unsent(vault: Vault): Promise<number> {
  return (await vault.places('out/')).length;
}

/** Words of the owner that lie nowhere but on this device. */
export interface Lost {
  unsent: number;
  /** The server did not take them; they are shown until their writer has read why. */
  refused: number;
  /** Notes that were being written. */
  begun: number;
}

/** What would be lost with all that lies here; null if nothing. */
export async function whatIsLost(vault: Vault): Promise<Lost | null> {
  const lost: Lost = {
    unsent: await unsent(vault),
    refused: (await vault.places('refused/')).length,
    begun: (await vault.places('draft/')).length,
  };
  return lost.unsent + lost.refused + lost.begun > 0 ? lost : null;
}

/** Takes away what was fetched. The owner's own words stay, sealed, until they are sent or the owner gives them up. */
export async function removeContents(vault: Vault): Promise<void> {
  if ((await whatIsLost(vault)) !== null) {
    await vault.remove('meeting/');
  } else {
    await removeAll(vault);
  }
}

/** Takes everything away, and says so. */
export async function removeAll(vault: Vault): Promise<void> {
  const device = await vault.device();
  await vault.destroy();
  channel()?.postMessage(vault.owner);
  if (device !== undefined) {
    await tellEmptied(device, send);
  }
}

/** Calls back when another window took away what lay here. */
export function whenGone(owner: string, gone: () => void): void {
  channel()?.addEventListener('message', (event) => {
    if ((event as MessageEvent<string>).data === owner) {
      gone();
    }
  });
}

let opened: BroadcastChannel | null = null;
function channel(): BroadcastChannel | null {
  opened ??= 'BroadcastChannel' in window ? new BroadcastChannel(GONE) : null;
  return opened;
}

/** Asks what is to become of what lies here, and does it. Null if nobody knew. */
export async function contact(
  vault: Vault,
  beforeRemoval: () => Promise<void> = () => Promise.resolve(),
): Promise<Standing | null> {
  const device = await vault.device();
  if (device === undefined) {
    return null;
  }
  const standing = await vault.turn(STANDING, async () => {
    const answer = await askStanding(device, send);
    if (answer?.standing === 'STAY') {
      await vault.heard(answer.lease);
      const lying = new Set((await vault.places('meeting/')).map((it) => it.split('/')[1]!));
      for (const meeting of lying) {
        if (!answer.meetings.includes(meeting)) {
          await vault.remove(`meeting/${meeting}/`);
        }
      }
    }
    return answer;
  });
  if (standing?.standing === 'REMOVE') {
    if (standing.cause === 'OWNER') {
      await beforeRemoval();
    }
    await removeAll(vault);
  }
  return standing;
}

/**
 * What has lain without contact for too long goes; what belongs to somebody else than who is signed in, too.
 *
 * @returns whether anything went because its lease ended
 */
export async function tidy(state: SessionState): Promise<boolean> {
  let ended = false;
  for (const owner of await owners()) {
    const vault = vaultOf(owner);
    await vault.tick();
    const isSomebodyElses = typeof state === 'object' && state.account !== owner;
    const hasEnded = (await vault.state()) === 'ENDED';
    if (isSomebodyElses || hasEnded) {
      ended ||= hasEnded && (await vault.places('meeting/')).length > 0;
      await removeContents(vault);
    } else if ((await vault.state()) === 'ABSENT') {
      await removeAll(vault); // broken off while it was made
    }
  }
  return ended;
}

/** What is done when a page of the members' application opens. */
export async function look(): Promise<void> {
  if (!isPossible() || (await owners()).length === 0) {
    return;
  }
  const state = await session();
  if (typeof state === 'object' && localStorage.getItem(SIGN_OUT) === state.account) {
    await endSession(state);
    location.assign('/app/login?signed-out');
    return;
  }
  await tidy(state);
  if (state !== 'AWAY') {
    for (const owner of await owners()) {
      await contact(vaultOf(owner));
    }
  }
}

/** Ends the session on the server; without network as soon as there is one. */
export async function endSession(state: Session): Promise<void> {
  localStorage.setItem(SIGN_OUT, state.account);
  await send('/app/logout', { method: 'POST', headers: state.headers, credentials: 'same-origin', redirect: 'manual' });
  localStorage.removeItem(SIGN_OUT);
}

export function endSessionLater(account: string): void {
  localStorage.setItem(SIGN_OUT, account);
}
