import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Debian's belenios-tool, for tests: a program by others that knows the same format. */

export const TOOL_IS_THERE = spawnSync('belenios-tool', ['--version']).status === 0;

export interface Said {
  ok: boolean;
  out: string;
  all: string;
}

export function tool(folder: string, command: string, input = ''): Said {
  const run = spawnSync('belenios-tool', command.split(' '), { cwd: folder, encoding: 'utf8', input });
  return { ok: run.status === 0, out: run.stdout, all: run.stdout + run.stderr };
}

export async function inFolder<T>(work: (folder: string) => T | Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'election-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
