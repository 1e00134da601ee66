// Which meeting, document and page is shown stands behind the hash of the address.
export interface Address {
  meeting: string | null;
  document: string | null;
  page: number | null;
}

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export function readAddress(hash: string): Address {
  const parts = new URLSearchParams(hash.replace(/^#/, ''));
  const id = (name: string) => {
    const value = parts.get(name);
    return value && ID.test(value) ? value : null;
  };
  const page = Number(parts.get('page'));
  return { meeting: id('meeting'), document: id('document'), page: Number.isInteger(page) && page > 0 ? page : null };
}

export function writeAddress(address: Address): string {
  const parts = Object.entries(address).filter(([, value]) => value !== null);
  return '#' + parts.map(([name, value]) => `${name}=${value}`).join('&');
}
