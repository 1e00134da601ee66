import { Malformed } from './group';

/** Reading JSON as strictly as the format is written: what can be written in one way only cannot be changed unnoticed. */

/**
 * @param json compact, each field of an object once
 * @throws Malformed
 */
export function parsed(json: string): unknown {
  let value: unknown;
  let again: string;
  try {
    value = JSON.parse(json);
    again = written(value);
  } catch {
    throw new Malformed('not JSON, or nested too deep');
  }
  if (again !== json || HALF_LETTER.test(json)) {
    throw new Malformed('JSON that is not compact');
  }
  return value;
}

/** Half of a letter that UTF-8 cannot write. The language leaves it as it is, escaped. */
const HALF_LETTER = /(?<!\\)(?:\\\\)*\\ud[89a-f]/;

/** JSON as the format spells it: compact, and all control characters escaped, that of deletion too, which the language does not. */
export function written(value: unknown): string {
  return JSON.stringify(value).replaceAll('\x7f', '\\u007f');
}

/**
 * An object with these fields in this order and no others.
 *
 * @param fields a name that ends in ? may be missing
 * @throws Malformed
 */
export function record(value: unknown, ...fields: string[]): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Malformed('not an object');
  }
  const there = Object.keys(value);
  let next = 0;
  for (const field of fields) {
    const name = field.replace('?', '');
    if (there[next] === name) {
      next++;
    } else if (name === field) {
      throw new Malformed(`without ${name}, or not in its place`);
    }
  }
  if (next < there.length) {
    throw new Malformed(`unexpected field ${there[next]!.slice(0, 40)}`);
  }
  return value as Record<string, unknown>;
}

/** @throws Malformed */
export function list(value: unknown, length?: number): unknown[] {
  if (!Array.isArray(value) || (length !== undefined && value.length !== length)) {
    throw new Malformed(length === undefined ? 'not a list' : `not a list of ${length}`);
  }
  return value;
}

/** @throws Malformed */
export function text(value: unknown): string {
  if (typeof value !== 'string') {
    throw new Malformed('not a text');
  }
  return value;
}

/** @throws Malformed */
export function count(value: unknown): number {
  if (!Number.isSafeInteger(value) || (value as number) < 0) {
    throw new Malformed('not a whole number');
  }
  return value as number;
}
