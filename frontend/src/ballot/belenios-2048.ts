import { inverse, modulo, readNumber, type Element, type Group, type Powers } from './group';

const P = BigInt(
  '20694785691422546401013643657505008064922989295751104097100884787057374219242717401922237254497684338129066633138078958404960054' +
    '38963628979639303877390572280360597374942767137677761889858987273586504908116709931053586778098003079049165406377717376419867852' +
    '72734744763418356000356983051931442845617019110007867373073335641239717328979132404745788344682606523279746479511376726586935821' +
    '80046317922073668860052627186363386088796882120769432366149491002923444346373222145884100586421050242120365433561201320481118852' +
    '408731077014151666200162313177169372189248078507711827842317498073276598828825169183103125680162072880719',
);

const G = BigInt(
  '24023526775018522092276877035323999327122876573783649165100753187876632741463532193202856761552696787996946682987493890950838965' +
    '73425601900601068477164491735474137283104610458681314511781646755400527402889846139864532661215055797097162016168270312886432456' +
    '66383486363578210615491841998253431518974065818686865115135857641013888221539601604322884360393098933366277284840659313840601023' +
    '16750957637779826651036068224066350766977640253462537730851331734951942489677540525736590494924776314759915751987751777114814909' +
    '20456600205478127054728238140972518639858334115700568353695553423781475582491896050296680037745308460627',
);

const Q = 78571733251071885079927659812671450121821421258408794611510081919805623223441n;

/** Digits of this many bits, where nothing is prepared. */
const WIDTH = 4;

function number(element: Element): bigint {
  return element as unknown as bigint;
}

function element(value: bigint): Element {
  return value as unknown as Element;
}

function product(a: bigint, b: bigint): bigint {
  return (a * b) % P;
}

/** Digits of an exponent, the last first. */
function digits(exponent: bigint, width: number): number[] {
  const bits = exponent.toString(2);
  const found: number[] = [];
  for (let end = bits.length; end > 0; end -= width) {
    found.push(parseInt(bits.slice(Math.max(0, end - width), end), 2));
  }
  return found;
}

/** For each digit at each place the power is there: as many products as the exponent has digits. */
class Table implements Powers {
  private readonly rows: bigint[][] = [];

  constructor(
    base: bigint,
    private readonly width: number,
  ) {
    for (let bit = 0, first = base; bit < 256; bit += width) {
      const row = [1n];
      for (let digit = 1; digit < 1 << width; digit++) {
        row.push(product(row[digit - 1]!, first));
      }
      this.rows.push(row);
      first = product(row[row.length - 1]!, first);
    }
  }

  of(exponent: bigint): Element {
    let result = 1n;
    digits(modulo(exponent, Q), this.width).forEach((digit, place) => {
      if (digit !== 0) {
        result = product(result, this.rows[place]![digit]!);
      }
    });
    return element(result);
  }
}

/** Integers modulo a prime of 2048 bits, in a subgroup whose order is a prime of 256 bits. */
export const BELENIOS_2048: Group = {
  name: 'BELENIOS-2048',
  order: Q,
  generator: element(G),
  one: element(1n),

  multiply: (a, b) => element(product(number(a), number(b))),

  invert: (a) => element(inverse(number(a), P)),

  equal: (a, b) => number(a) === number(b),

  power: (base, exponent) => BELENIOS_2048.powers(base, [modulo(exponent, Q)])[0]!,

  // All exponents share the squares. Those with the same digit are multiplied first; then each product is taken to its digit by adding up
  // from the highest (Yao 1976).
  powers(base, exponents) {
    const wanted = exponents.map((it) => digits(it, WIDTH));
    const byDigit = wanted.map(() => new Array<bigint>(1 << WIDTH).fill(1n));
    const places = Math.max(...wanted.map((it) => it.length));
    let square = number(base);
    for (let place = 0; place < places; place++) {
      for (let bit = 0; place > 0 && bit < WIDTH; bit++) {
        square = product(square, square);
      }
      wanted.forEach((all, i) => {
        const digit = all[place] ?? 0;
        if (digit !== 0) {
          const same = byDigit[i]!;
          same[digit] = same[digit] === 1n ? square : product(same[digit]!, square);
        }
      });
    }
    return byDigit.map((same) => {
      let result = 1n;
      let sum = 1n;
      for (let digit = same.length - 1; digit > 0; digit--) {
        sum = same[digit] === 1n ? sum : product(sum, same[digit]!);
        result = product(result, sum);
      }
      return element(result);
    });
  },

  table: (base, width) => new Table(number(base), width),

  contains: (candidate) => number(candidate) !== 0n && number(BELENIOS_2048.powers(candidate, [Q])[0]!) === 1n,

  print: (it) => number(it).toString(),

  read: (text) => element(readNumber(text, P)),
};

const GROUPS: Readonly<Record<string, Group>> = { [BELENIOS_2048.name]: BELENIOS_2048 };

/** The group of that name, if we know it. */
export function groupOf(name: unknown): Group | undefined {
  return typeof name === 'string' && Object.hasOwn(GROUPS, name) ? GROUPS[name] : undefined;
}
