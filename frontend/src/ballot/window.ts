/** What the elements of secret ballots need of the browser. */

export const wait = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));

/** How often and after what time a lock is asked for again: an element that was moved within its page lets go of it a moment later. */
const TRIES = 3;
const TRY_AGAIN = 150;

/**
 * Holds a name for this window, until it is let go or the window is closed. Where browsers cannot do that, the server alone sees to it that
 * nothing happens twice.
 *
 * @param steal takes it away from another window
 * @param lost called when another window has taken it
 * @return lets go; null if another window holds it
 */
export async function hold(name: string, steal: boolean, lost: () => void): Promise<(() => void) | null> {
  if (!navigator.locks) {
    return () => {};
  }
  for (let tries = 1; ; tries++) {
    const release = await held(name, steal, lost);
    if (release !== null || tries === TRIES) {
      return release;
    }
    await wait(TRY_AGAIN);
  }
}

function held(name: string, steal: boolean, lost: () => void): Promise<(() => void) | null> {
  return new Promise((answer) => {
    navigator.locks
      .request(name, steal ? { steal } : { ifAvailable: true }, (lock) =>
        lock === null ? answer(null) : new Promise<void>((release) => answer(release)),
      )
      .catch(lost);
  });
}

/** Puts values in place of {0}, {1}, … */
export function filled(text: string, ...values: (string | number)[]): string {
  return text.replace(/\{(\d)\}/g, (_, place: string) => String(values[Number(place)] ?? ''));
}

const lists = new Map<string, Promise<string[]>>();

/** Words to say a tracker by; none if there is no list. */
export function wordList(address: string): Promise<string[]> {
  let list = lists.get(address);
  if (list === undefined) {
    list = fetch(address).then(async (it) => (it.ok ? (await it.text()).trim().split('\n') : []));
    lists.set(address, list);
  }
  return list;
}

/** Gives a file to the reader. */
export function download(name: string, content: BlobPart, type: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
