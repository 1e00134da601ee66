/** What the elements of secret ballots need of the browser. */

export const wait = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));

/**
 * Holds a name for this window, as long as it stands open. Where browsers cannot do that, the server alone sees to it that nothing happens
 * twice.
 *
 * @param steal takes it away from another window
 * @param lost called when another window has taken it
 */
export async function hold(name: string, steal: boolean, lost: () => void): Promise<{ held: boolean; release: () => void }> {
  let release = (): void => {};
  if (!navigator.locks) {
    return { held: true, release };
  }
  const held = await new Promise<boolean>((answer) => {
    navigator.locks
      .request(name, steal ? { steal } : { ifAvailable: true }, (lock) => {
        answer(lock !== null);
        return lock === null ? undefined : new Promise<void>((done) => (release = done));
      })
      .catch(lost);
  });
  return { held, release: () => release() };
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
